import { Anchor } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { TOPICS } from '../../../shared/regulation/lists.ts';
import { DueTime, EmptyState, Pane, PhoneNumber, TimeLeft, useListText } from '../../ui/index.ts';
import { usePlace, useSnapshot } from '../store/context.tsx';
import { eventWho } from './next-event.ts';
import classes from './idle.module.css';
import rows from './rows.module.css';

const SHOWN = 3;

/** The next events due, in the order of 2.6, with live time left. */
export function NextEvents() {
  const { t } = useTranslation('workplace');
  const place = usePlace();
  const events = useSnapshot((snapshot) => snapshot.events);
  return (
    <>
      <div className={classes.head}>
        <h2>{t('idle.nextEvents')}</h2>
        {events.length > SHOWN && (
          <Anchor component="button" size="sm" onClick={() => place.go('events')}>
            {t('idle.allEvents')}
          </Anchor>
        )}
      </div>
      <Pane flush>
        {events.length === 0 ? (
          <EmptyState icon={IconCalendarTime} title={t('idle.noEvents')}>
            {t('idle.noEventsHint')}
          </EmptyState>
        ) : (
          <ul className={rows.list}>
            {events.slice(0, SHOWN).map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        )}
      </Pane>
    </>
  );
}

function EventLine({ event }: { event: CallbackEvent }) {
  const listText = useListText();
  const topic = TOPICS.find(({ id }) => id === event.topic);
  const who = eventWho(event);
  return (
    <li className={rows.event}>
      <div>
        <div className="strong ellipsis" title={who}>
          {who}
        </div>
        <div className="small dim ellipsis">{topic ? listText(topic.text) : event.user.name}</div>
      </div>
      <PhoneNumber raw={event.user.number} className="dim" />
      <DueTime dueBy={event.dueBy} className="small" />
      <TimeLeft dueBy={event.dueBy} />
    </li>
  );
}
