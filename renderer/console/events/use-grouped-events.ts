import { useMemo } from 'react';
import type { EventGroup } from '../../../shared/regulation/order.ts';
import { useLive } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { grouped, GROUPS, groupNames, type EventGroups } from './grouping.ts';

const isGroup = (name: string): name is EventGroup => GROUPS.some((group) => group === name);

/** The line's events by group, as of now: an event changes its group at the instant it becomes overdue. */
export function useGroupedEvents(): EventGroups {
  const open = useSnapshot(({ events }) => events);
  const closed = useSnapshot(({ closedEvents }) => closedEvents);
  const closesAt = useSnapshot(({ line }) => (line.open ? line.until : null));
  const events = useMemo(() => [...open, ...closed], [open, closed]);
  const names = useLive((now) => groupNames(events, now, closesAt).join(' '));
  return useMemo(() => grouped(events, names.split(' ').filter(isGroup)), [events, names]);
}
