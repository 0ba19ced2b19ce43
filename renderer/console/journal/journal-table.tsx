import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, moscowDate } from '../../../shared/regulation/time.ts';
import { cx, dateOfKey, Pane, useLive } from '../../ui/index.ts';
import { byDay, type JournalDay } from './by-day.ts';
import grid from '../../ui/grid-table.module.css';
import classes from './journal.module.css';
import { JournalTableRow } from './journal-row.tsx';
import type { JournalAnswer } from './use-journal-search.ts';

const COLUMNS = ['time', 'who', 'number', 'talk', 'end', 'outcome', 'inquiry', 'actions'] as const;

/** The journal's rows under their days. */
export function JournalTable(props: { answer: JournalAnswer; openId: string | null; onOpen: (id: string) => void }) {
  const { answer, openId, onOpen } = props;
  const { t } = useTranslation('journal');
  return (
    <Pane flush className={classes.pane}>
      <table className={cx(grid.table, classes.table)} aria-label={t('rows')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classes[`head-${column}`]}>
                {column === 'actions' ? <span className="unseen">{t('column.actions')}</span> : t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byDay(answer.rows ?? []).map((day) => (
          <Day key={day.rows[0]?.id ?? day.day} day={day} openId={openId} onOpen={onOpen} />
        ))}
      </table>
      {answer.more && (
        <div className={classes.more} ref={whenSeen(answer.loadMore)}>
          <Button size="sm" variant="subtle" loading={answer.loadingMore} onClick={answer.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </Pane>
  );
}

/** Rows further down come by themselves when one scrolls there; the button is for those who do not scroll. */
const whenSeen = (load: () => void) => (element: HTMLElement | null) => {
  if (element === null) return;
  const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && load(), {
    rootMargin: '400px',
  });
  watch.observe(element);
  return () => watch.disconnect();
};

function Day(props: { day: JournalDay; openId: string | null; onOpen: (id: string) => void }) {
  const { day, rows } = props.day;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" className={grid.groupHead}>
          <DayName day={day} />
        </th>
      </tr>
      {rows.map((row) => (
        <JournalTableRow key={row.id} row={row} open={row.id === props.openId} onOpen={() => props.onOpen(row.id)} />
      ))}
    </tbody>
  );
}

function DayName({ day }: { day: string }) {
  const { t } = useTranslation('journal');
  const today = useLive(moscowDate);
  if (day === today) return <>{t('today')}</>;
  return <>{day === addDays(today, -1) ? t('yesterday') : dateOfKey(day)}</>;
}
