import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { TOPICS } from '../../shared/regulation/lists.ts';
import { isOverdue } from '../../shared/regulation/order.ts';
import { cx, DueTime, Pane, PhoneNumber, TimeLeft, useListText, useLive, WhoLines } from '../ui/index.ts';
import { useLine } from './context.tsx';
import grid from '../ui/grid-table.module.css';
import classes from './monitor.module.css';

const COLUMNS = ['due', 'left', 'who', 'number', 'topic', 'attempts', 'owner'] as const;

/** The line's open events in the order of 2.6, as the line publishes them. */
export function OpenEvents() {
  const { t } = useTranslation('monitor');
  const events = useLine((line) => line.events);
  return (
    <section className={classes.events}>
      <h2>
        {t('events')} <span className="num">{events.length}</span>
      </h2>
      <Pane flush={events.length > 0} className={classes.pane}>
        {events.length === 0 ? (
          <p className="dim">{t('noEvents')}</p>
        ) : (
          <table className={cx(grid.table, classes.table)} aria-label={t('events')} data-table="events">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={classes[`event-${column}`]}>
                    {t(`eventColumn.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </tbody>
          </table>
        )}
      </Pane>
    </section>
  );
}

function EventRow({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('monitor');
  const listText = useListText();
  const late = useLive((now) => isOverdue(event.dueBy, now));
  const topic = TOPICS.find(({ id }) => id === event.topic);
  return (
    <tr className={cx(classes.row, late && classes.late)}>
      <td className={classes['event-due']}>
        <DueTime dueBy={event.dueBy} />
      </td>
      <td>
        <TimeLeft dueBy={event.dueBy} />
      </td>
      <td>
        <Who event={event} />
      </td>
      <td className="dim">
        <PhoneNumber raw={event.user.number} />
      </td>
      <td className={classes['event-topic']}>{topic ? listText(topic.text) : ''}</td>
      <td className={cx(classes['event-attempts'], 'num')}>{event.attempts.length}</td>
      <td className={cx(classes['event-owner'], 'ellipsis')} title={event.owner?.name}>
        {event.owner?.name ?? <span className="dim">{t('nobody')}</span>}
      </td>
    </tr>
  );
}

function Who({ event: { user, criticality } }: { event: CallbackEvent }) {
  const { t } = useTranslation('monitor');
  const who = user.organisation || user.name || user.number;
  const below = [user.organisation === '' ? '' : user.name, user.city].filter(Boolean).join(', ');
  return (
    <WhoLines who={who} below={below}>
      {criticality !== 'none' && (
        <div className={cx(classes.critical, criticality === 'confirmed' && classes.alarming)}>
          <IconAlertTriangle size={15} aria-hidden />
          {t(`critical.${criticality}`)}
        </div>
      )}
    </WhoLines>
  );
}
