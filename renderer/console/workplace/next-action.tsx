import { Button } from '@mantine/core';
import { IconCalendarCheck, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bar, useLive } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { useDesk, usePlaceState, useSnapshot } from '../store/context.tsx';
import { callsCome } from './calls-come.ts';
import { eventWho, nextEvent } from './next-event.ts';
import classes from './idle.module.css';

/** One main action: the next by 2.6, an event or «Готов к звонкам». When ready and nothing is due there is nothing to press. */
export function NextAction() {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const actions = useActions();
  const ready = useSnapshot((snapshot) => snapshot.availability.kind === 'ready');
  const calls = useSnapshot(callsCome);
  const events = useSnapshot((snapshot) => snapshot.events);
  const me = useSnapshot((snapshot) => snapshot.consultant.id);
  const nextId = useLive((now) => nextEvent(events, me, now)?.id ?? null);
  const next = events.find(({ id }) => id === nextId);
  const mine = next?.owner?.id === me;
  const warned = usePlaceState(({ callWarning }) => callWarning !== null && callWarning.eventId === nextId);
  // While the shift's panel is open the next thing is in it: one filled button a screen.
  const main = usePlaceState((place) => place.shift === null) ? 'filled' : 'default';
  return (
    <Bar>
      {next && (
        <Button
          variant={main}
          size="lg"
          className={classes.main}
          title={eventWho(next)}
          leftSection={mine ? <IconPhone size={20} aria-hidden /> : <IconCalendarCheck size={20} aria-hidden />}
          rightSection={<KeyOf command="next-event" />}
          onClick={actions.nextEvent}
        >
          {t(!mine ? 'idle.takeEvent' : warned ? 'idle.callAnyway' : 'idle.callEvent', { who: eventWho(next) })}
        </Button>
      )}
      {!ready && (
        <Button
          size="lg"
          variant={next ? 'default' : main}
          onClick={() => void desk.act('setAvailability', { kind: 'ready', reason: null })}
        >
          {t('idle.ready')}
        </Button>
      )}
      {ready && calls && !next && <div className={classes.waiting}>{t('idle.waiting')}</div>}
    </Bar>
  );
}
