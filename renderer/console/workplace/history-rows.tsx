import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { shortDate, useListText } from '../../ui/index.ts';
import classes from './rows.module.css';

/** Earlier consultations in a line each: when, about what, how it ended. A press asks for the whole story. */
export function HistoryRows({ rows, onOpen }: { rows: readonly JournalRow[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation(['workplace', 'journal']);
  const listText = useListText();
  const outcomeText = useRowOutcome();
  return (
    <ul className={classes.list}>
      {rows.map((row) => {
        const topic = TOPICS.find(({ id }) => id === row.topic);
        const about = topic ? listText(topic.text) : row.comment || t('row.noTopic');
        return (
          <li key={row.id}>
            <UnstyledButton
              className={classes.history}
              title={row.comment || undefined}
              aria-label={`${t('journal:open', { inquiry: row.inquiry })}: ${about}`}
              onClick={() => onOpen(row.id)}
            >
              <span className="num small dim">{shortDate(row.startedAt)}</span>
              <span className="num small">{row.inquiry}</span>
              <span className="small ellipsis">{about}</span>
              <span className="small dim ellipsis">{outcomeText(row)}</span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

/** How a consultation ended, in the fewest words. */
export function useRowOutcome(): (row: JournalRow) => string {
  const { t } = useTranslation('workplace');
  const { t: card } = useTranslation('card');
  const { t: between } = useTranslation('between');
  const listText = useListText();
  return (row) => {
    if (row.kind === 'service') return between('service.mark');
    if (row.closing === 'not-held') return card('notHeld');
    const outcome = OUTCOMES.find(({ id }) => id === row.outcome);
    if (outcome) return listText(outcome.text);
    if (row.endReason === 'limit') return t('row.limit');
    return row.closedAt === null && row.endedAt !== null ? t('row.unclosed') : '';
  };
}
