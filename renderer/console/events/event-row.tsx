import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import type { EventGroup } from '../../../shared/regulation/order.ts';
import { cx, DueTime, Moment, PhoneNumber, StatePill, TimeLeft } from '../../ui/index.ts';
import { CallButton } from './call-button.tsx';
import { EventDetails } from './event-details.tsx';
import { useOutcomeText, useTopicText, whoOf } from './event-words.ts';
import classes from './events.module.css';
import { OwnerCell } from './owner-cell.tsx';
import { WhoCell } from './who-cell.tsx';

/** One event in the list; a press anywhere on it opens what is known beneath. */
export function EventRow(props: { event: CallbackEvent; group: EventGroup; open: boolean; onToggle: () => void }) {
  const { event, group, open, onToggle } = props;
  const { t } = useTranslation('events');
  const topicText = useTopicText();
  const detailsId = useId();
  const press = (pressed: MouseEvent<HTMLElement>) => {
    const target = pressed.target;
    if (target instanceof Element && target.closest('button, a, input') === null) onToggle();
  };
  const topic = topicText(event.topic);
  return (
    <>
      <tr className={cx(classes.row, group === 'overdue' && classes.late, open && classes.open)} onClick={press}>
        <td className={classes.due}>
          {event.closed ? <Moment at={event.closed.at} /> : <DueTime dueBy={event.dueBy} />}
        </td>
        <td className={classes.left}>
          {event.closed ? <OnTime onTime={event.closed.onTime} /> : <TimeLeft dueBy={event.dueBy} />}
        </td>
        <td className={classes.whoCell}>
          <WhoCell event={event} />
        </td>
        <td className={classes.number}>
          <PhoneNumber raw={event.user.number} />
        </td>
        <td className={classes.topic} title={topic}>
          {event.closed ? <Outcome closed={event.closed} /> : topic}
        </td>
        <td className={cx(classes.attempts, 'num')}>{event.attempts.length}</td>
        <td className={classes.ownerCell}>{event.closed ? event.closed.by : <OwnerCell event={event} />}</td>
        <td className={classes.actions}>
          <span className={classes.rowActions}>
            {event.closed === null && <CallButton event={event} />}
            <ActionIcon
              aria-label={t('open', { who: whoOf(event) })}
              aria-expanded={open}
              aria-controls={detailsId}
              onClick={onToggle}
            >
              <IconChevronDown size={18} aria-hidden className={cx(classes.chevron, open && classes.turned)} />
            </ActionIcon>
          </span>
        </td>
      </tr>
      {open && (
        <tr id={detailsId} className={classes.detailsRow}>
          <td>
            <EventDetails event={event} />
          </td>
        </tr>
      )}
    </>
  );
}

function OnTime({ onTime }: { onTime: boolean }) {
  const { t } = useTranslation('events');
  return <StatePill tone={onTime ? 'go' : 'warn'}>{t(onTime ? 'closed.onTime' : 'closed.late')}</StatePill>;
}

function Outcome({ closed }: { closed: NonNullable<CallbackEvent['closed']> }) {
  const outcomeText = useOutcomeText();
  return <>{outcomeText(closed.outcome, closed.clause)}</>;
}
