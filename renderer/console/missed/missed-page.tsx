import { Button } from '@mantine/core';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import type { MissedRow } from '../../../shared/contract/missed.ts';
import { Bar, cx, EmptyState, ErrorState, Page, Pane, RowSkeletons } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk } from '../store/context.tsx';
import grid from '../../ui/grid-table.module.css';
import classes from './missed.module.css';
import { MissedTableRow } from './missed-row.tsx';
import { useMissed, type Missed } from './use-missed.ts';
import { useWho } from './use-who.ts';

/** «Пропущенные»: who was not answered, one row a caller, until somebody has taken care of it. */
export function MissedPage() {
  const { t } = useTranslation('history');
  const missed = useMissed();
  const [aside, setAside] = useState<MissedRow | null>(null);
  return (
    <Page title={t('missed.title')} beside={<span className="small dim">{t('missed.hint')}</span>}>
      {aside !== null && <PutAside row={aside} onDone={() => setAside(null)} />}
      <Rows missed={missed} onAside={setAside} />
    </Page>
  );
}

function Rows({ missed, onAside }: { missed: Missed; onAside: (row: MissedRow) => void }) {
  const { t } = useTranslation('history');
  const failureText = useFailureText();
  const { rows, failure, retry } = missed;
  if (failure !== null)
    return (
      <Pane>
        <ErrorState message={failureText(failure)} onRetry={retry} />
      </Pane>
    );
  if (rows === null)
    return (
      <Pane flush>
        <RowSkeletons rows={8} height={56} />
      </Pane>
    );
  if (rows.length === 0)
    return (
      <Pane>
        <EmptyState icon={IconPhoneCheck} title={t('missed.empty')}>
          {t('missed.emptyText')}
        </EmptyState>
      </Pane>
    );
  return (
    <Pane flush className={classes.pane}>
      <table className={cx(grid.table, classes.table)} aria-label={t('missed.rows')}>
        <thead>
          <tr>
            {(['time', 'who', 'number', 'why', 'actions'] as const).map((column) => (
              <th key={column} scope="col" className={classes[`head-${column}`]}>
                {column === 'actions' ? (
                  <span className="unseen">{t('missed.column.actions')}</span>
                ) : (
                  t(`missed.column.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MissedTableRow key={phoneKey(row.number)} row={row} onAside={() => onAside(row)} />
          ))}
        </tbody>
      </table>
    </Pane>
  );
}

/** The last row put aside, and the way back. */
function PutAside({ row, onDone }: { row: MissedRow; onDone: () => void }) {
  const { t } = useTranslation('history');
  const desk = useDesk();
  const who = useWho()(row);
  const undo = async () => {
    const outcome = await desk.act('setMissedNeeded', { number: row.number, needed: true });
    if (outcome.ok) onDone();
  };
  return (
    <div role="status">
      <Bar>
        <span>{t('missed.putAside', { who })}</span>
        <Button size="sm" autoFocus onClick={() => void undo()}>
          {t('missed.undo')}
        </Button>
      </Bar>
    </div>
  );
}
