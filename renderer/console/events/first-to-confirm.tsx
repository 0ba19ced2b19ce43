import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { Moment, Pane, PhoneNumber } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { CriticalityForm } from './criticality-form.tsx';
import { whoOf } from './event-words.ts';
import classes from './first-to-confirm.module.css';

/** 2.6: what users have asked for urgently while the line was closed: at opening the first thing to decide, before the list is worked through. */
export function FirstToConfirm() {
  const { t } = useTranslation('events');
  const ids = useSnapshot((snapshot) => snapshot.firstToConfirm);
  const events = useSnapshot((snapshot) => snapshot.events);
  const waiting = ids.flatMap((id) => events.find((event) => event.id === id) ?? []);
  if (waiting.length === 0) return null;
  return (
    <Pane className={classes.pane}>
      <section aria-label={t('critical.first')}>
        <h2 className={classes.title}>
          <IconAlertTriangle size={18} aria-hidden />
          {t('critical.first')}
        </h2>
        <p className="small dim">{t('critical.firstHint')}</p>
        <ul className={classes.list}>
          {waiting.map((event) => (
            <Waiting key={event.id} event={event} />
          ))}
        </ul>
      </section>
    </Pane>
  );
}

function Waiting({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('events');
  const [open, setOpen] = useState(false);
  const who = whoOf(event);
  return (
    <li>
      <div className={classes.line}>
        <b className="ellipsis" title={who}>
          {who}
        </b>
        <PhoneNumber raw={event.user.number} />
        <span className="dim small">
          <Moment at={event.bookedAt} />
        </span>
        <Button size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('critical.decide')}
        </Button>
      </div>
      {event.comment !== '' && <p className="small dim">{event.comment}</p>}
      {open && <CriticalityForm event={event} onClose={() => setOpen(false)} />}
    </li>
  );
}
