import { IconHeadsetOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx, EmptyState, Pane } from '../ui/index.ts';
import { ConsultantRow } from './consultant-row.tsx';
import { useLine } from './context.tsx';
import grid from '../ui/grid-table.module.css';
import classes from './monitor.module.css';
import { byAttention } from './state-of.ts';

const COLUMNS = ['consultant', 'state', 'left', 'caller', 'actions'] as const;

/** Every consultant: state and since when; who talks, with whom and how long still. */
export function ConsultantsTable() {
  const { t } = useTranslation('monitor');
  const consultants = useLine((line) => line.consultants);
  const rows = useMemo(() => [...consultants].sort(byAttention), [consultants]);
  if (rows.length === 0)
    return (
      <Pane className={classes.pane}>
        <EmptyState icon={IconHeadsetOff} title={t('noConsultants')}>
          {t('noConsultantsText')}
        </EmptyState>
      </Pane>
    );
  return (
    <Pane flush className={classes.pane}>
      <table className={cx(grid.table, classes.table)} aria-label={t('consultants')} data-table="consultants">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classes[`head-${column}`]}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((presence) => (
            <ConsultantRow key={presence.consultant.id} presence={presence} />
          ))}
        </tbody>
      </table>
    </Pane>
  );
}
