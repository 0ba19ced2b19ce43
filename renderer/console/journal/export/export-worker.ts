import { BYTE_ORDER_MARK, csvOf } from './csv.ts';
import type { Cell, ExportFormat, FromWorker, ToWorker } from './messages.ts';
import { xlsxOf } from './xlsx.ts';

/** Builds an export beside the page, which goes on ringing and counting. */
let format: ExportFormat = 'csv';
let header: string[] = [];
let rows: Cell[][] = [];
let text: string[] = [];

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') {
    ({ format, header } = data);
    [rows, text] = [[], [BYTE_ORDER_MARK, csvOf([header])]];
  } else if (data.kind === 'rows') {
    // A piece of CSV is text at once: nothing but it is kept.
    if (format === 'csv') text.push(csvOf(data.rows));
    else rows.push(...data.rows);
  } else {
    void finish();
  }
});

async function finish(): Promise<void> {
  const file = format === 'csv' ? new Blob(text, { type: 'text/csv;charset=utf-8' }) : await xlsxOf(header, rows);
  postMessage({ file } satisfies FromWorker);
}
