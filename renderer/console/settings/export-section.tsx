import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXPORT_COLUMNS, type ExportColumn } from '../../../shared/contract/export.ts';
import { Section } from './section.tsx';
import classes from './settings.module.css';
import type { Workstation } from './use-workstation.ts';

/** What an export of the journal may have in it. */
export function ExportSection({ workstation }: { workstation: Workstation }) {
  const { t } = useTranslation('history');
  const { form, change } = workstation;
  const locked = workstation.isLocked('data');
  const { exportColumns } = form.data;
  const allow = (column: ExportColumn, allowed: boolean) => {
    const chosen = EXPORT_COLUMNS.filter((one) => (one === column ? allowed : exportColumns.includes(one)));
    change({ data: { ...form.data, exportColumns: chosen } });
  };
  return (
    <Section title={t('export.settings')} hint={t('export.settingsHint')} locked={locked}>
      <div className={classes.columns} role="group" aria-label={t('export.settings')}>
        {EXPORT_COLUMNS.map((column) => (
          <Checkbox
            key={column}
            label={t(`export.column.${column}`)}
            disabled={locked}
            checked={exportColumns.includes(column)}
            onChange={(event) => allow(column, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Section>
  );
}
