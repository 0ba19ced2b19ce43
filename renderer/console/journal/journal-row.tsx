import { UnstyledButton } from '@mantine/core';
import { IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { clockTime, cx, PhoneNumber, runningTime, WhoLines } from '../../ui/index.ts';
import classes from './journal.module.css';
import { nameOf, useJournalWords } from './journal-words.ts';
import { RedialButton } from './redial-button.tsx';

/** One consultation in the journal; a press anywhere on it opens its story. */
export function JournalTableRow(props: { row: JournalRow; open: boolean; onOpen: () => void }) {
  const { row, open, onOpen } = props;
  const { t } = useTranslation(['journal', 'ui']);
  const words = useJournalWords();
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('button, a') === null) onOpen();
  };
  const incoming = row.direction === 'incoming';
  const Direction = incoming ? IconPhoneIncoming : IconPhoneOutgoing;
  return (
    <tr className={cx(classes.row, open && classes.open)} onClick={press}>
      <td className={classes.time}>
        <span className="num">{clockTime(row.startedAt)}</span>
        <span title={t(incoming ? 'incoming' : 'outgoing')}>
          <Direction size={15} aria-hidden className={classes.direction} />
        </span>
      </td>
      <td>
        <Who row={row} />
      </td>
      <td className={cx(classes.numberCell, 'dim')}>
        <PhoneNumber raw={row.number} />
      </td>
      <td className={cx(classes.talk, 'num')}>
        {row.answeredAt === null ? <span title={t('notTalked')}>{t('ui:none')}</span> : runningTime(row.talkMs)}
      </td>
      <td className={cx(classes.end, row.endReason === 'interrupted' && classes.alarming)}>{words.end(row)}</td>
      <td className={classes.outcome}>
        <Outcome row={row} />
      </td>
      <td>
        <UnstyledButton
          className={cx(classes.inquiry, 'num')}
          aria-label={t('open', { inquiry: row.inquiry })}
          aria-expanded={open}
          onClick={onOpen}
        >
          {row.inquiry}
        </UnstyledButton>
      </td>
      <td className={classes.actions}>
        <RedialButton row={row} />
      </td>
    </tr>
  );
}

function Who({ row }: { row: JournalRow }) {
  const { t } = useTranslation('journal');
  const who = nameOf(row);
  if (who === '') return <span className="dim">{t('unnamed')}</span>;
  const below = row.organisation !== '' ? row.contact : '';
  return <WhoLines who={who} below={below} />;
}

function Outcome({ row }: { row: JournalRow }) {
  const { t } = useTranslation('journal');
  const { t: between } = useTranslation('between');
  const words = useJournalWords();
  if (row.kind === 'service') return <span className="dim">{between('service.mark')}</span>;
  if (row.closedAt === null && row.endedAt !== null) return <span className={classes.notClosed}>{t('notClosed')}</span>;
  if (row.closing === 'not-held') return <span className="dim">{t('closing.not-held')}</span>;
  const topic = words.topic(row.topic);
  return (
    <div className={classes.who}>
      <div className="ellipsis" title={words.outcome(row.outcome)}>
        {words.outcome(row.outcome)}
      </div>
      <div className="small dim ellipsis" title={topic}>
        {topic}
      </div>
    </div>
  );
}
