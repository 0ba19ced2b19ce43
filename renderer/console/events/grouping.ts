import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { compareByRule26, eventGroup, type EventGroup } from '../../../shared/regulation/order.ts';
import type { Instant } from '../../../shared/regulation/time.ts';

/** The groups in the order of the screen; what is overdue is always on top. */
export const GROUPS = ['overdue', 'today', 'prefer-today', 'later', 'closed'] as const satisfies readonly EventGroup[];

export type EventGroups = Readonly<Record<EventGroup, readonly CallbackEvent[]>>;

/**
 * The group of each event now, 4.2. `closesAt` is the closing of the line while it is open: «желательно сегодня» ends with it.
 * A list of names, so that a screen can tell in one comparison that nothing has changed.
 */
export function groupNames(events: readonly CallbackEvent[], now: Instant, closesAt: Instant | null): EventGroup[] {
  const calendar = { day: () => ({ closesAt }) };
  return events.map((event) => eventGroup({ ...event, closed: event.closed !== null }, now, calendar));
}

/** The events by group: open ones by rule 2.6, closed ones the latest first. */
export function grouped(events: readonly CallbackEvent[], names: readonly EventGroup[]): EventGroups {
  const groups: Record<EventGroup, CallbackEvent[]> = {
    overdue: [],
    today: [],
    'prefer-today': [],
    later: [],
    closed: [],
  };
  events.forEach((event, index) => groups[names[index] ?? 'today'].push(event));
  for (const group of GROUPS) groups[group].sort(group === 'closed' ? latestClosedFirst : compareByRule26);
  return groups;
}

const latestClosedFirst = (a: CallbackEvent, b: CallbackEvent): number => (b.closed?.at ?? 0) - (a.closed?.at ?? 0);
