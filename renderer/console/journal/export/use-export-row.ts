import { useTranslation } from 'react-i18next';
import type { ExportColumn } from '../../../../shared/contract/export.ts';
import type { JournalRow } from '../../../../shared/contract/journal.ts';
import { moscowDate } from '../../../../shared/regulation/time.ts';
import { clockTime, dateOfKey, phoneText, runningTime } from '../../../ui/index.ts';
import { useJournalWords } from '../journal-words.ts';
import type { Cell } from './messages.ts';

/** A consultation as a cell of each column, in words; dates and times are Moscow's. */
export function useExportCell(): (row: JournalRow, column: ExportColumn) => Cell {
  const { t } = useTranslation('journal');
  const { t: between } = useTranslation('between');
  const words = useJournalWords();
  return (row, column) => {
    switch (column) {
      case 'date':
        return dateOfKey(moscowDate(row.startedAt));
      case 'time':
        return clockTime(row.startedAt);
      case 'direction':
        return t(row.direction);
      case 'number':
        // A leading plus is a formula to a spreadsheet.
        return phoneText(row.number, '').replace(/^\+7 /, '8 ');
      case 'contact':
        return row.contact || row.displayName;
      case 'talk':
        return row.answeredAt === null ? '' : runningTime(row.talkMs);
      case 'end':
        return words.end(row);
      case 'topic':
        return words.topic(row.topic);
      case 'outcome':
        if (row.kind === 'service') return between('service.mark');
        return row.closing === 'not-held' ? t('closing.not-held') : words.outcome(row.outcome);
      default:
        return row[column];
    }
  };
}
