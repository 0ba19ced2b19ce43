import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalPage } from '../../../../shared/contract/journal.ts';
import { moscowDate } from '../../../../shared/regulation/time.ts';
import { saveFile } from '../../../desk-api/index.ts';
import { useDesk } from '../../store/context.tsx';
import type { JournalWish } from '../use-journal-search.ts';
import type { ExportFormat, FromWorker, ToWorker } from './messages.ts';
import { useExportCell } from './use-export-row.ts';
import { XLSX_ROWS } from './limits.ts';

/** Rows asked of the desk at once: short work between two calls. */
const PIECE = 500;

export interface JournalExport {
  /** Rows written so far; null: nothing is being exported. */
  readonly done: number | null;
  start(format: ExportFormat): void;
  cancel(): void;
}

/** Exports what the journal finds, piece by piece: neither the desk nor the page stands still, and it can be called off. */
export function useExport(wish: JournalWish): JournalExport {
  const { t } = useTranslation('history');
  const desk = useDesk();
  const cell = useExportCell();
  const [done, setDone] = useState<number | null>(null);
  const running = useRef<Worker | null>(null);

  const stop = () => {
    running.current?.terminate();
    running.current = null;
    setDone(null);
  };

  const run = async (format: ExportFormat) => {
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
    running.current = worker;
    setDone(0);
    const tell = (message: ToWorker) => worker.postMessage(message);
    const question = { ...wish, limit: PIECE };
    let piece = await desk.act('exportJournal', { ...question, after: null });
    if (running.current !== worker) return;
    if (!piece.ok) return stop();
    const { columns } = piece.value;
    tell({ kind: 'start', format, header: columns.map((column) => t(`export.column.${column}`)) });
    let count = 0;
    for (;;) {
      const { rows, next }: JournalPage = piece.value.page;
      tell({ kind: 'rows', rows: rows.map((row) => columns.map((column) => cell(row, column))) });
      count += rows.length;
      setDone(count);
      if (format === 'xlsx' && count > XLSX_ROWS) {
        desk.say(t('export.tooMany'));
        return stop();
      }
      if (next === null) break;
      piece = await desk.act('exportJournal', { ...question, after: next });
      if (running.current !== worker) return;
      if (!piece.ok) return stop();
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (running.current !== worker) return;
      stop();
      void saveFile(data.file, `line15-${moscowDate(desk.clock.now())}.${format}`).then((became) => {
        // Whoever called it off knows it.
        if (became === 'cancelled') return;
        if (became === 'saved' || became === 'handed-over') desk.say(t(`export.${became}`, { count }));
        else desk.fail({ code: `export-${became}`, details: {} });
      });
    });
    tell({ kind: 'finish' });
  };

  return { done, start: (format) => void (running.current === null && run(format)), cancel: stop };
}
