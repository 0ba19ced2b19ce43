import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import type { RegistryPreview } from '../../../../shared/contract/registry-import.ts';
import { buildRegistry } from '../build-registry.ts';
import { openRegistryFile } from '../registry-file.ts';
import { entryCollector } from './collect-entries.ts';
import { guessColumns, headersKnown, type KeptColumns } from './columns.ts';
import type { ImportNews, ImportTask } from './messages.ts';
import { tableKind, tableRows, TableError, type TableRow } from './table-file.ts';

/** Rows among which the headers are looked for: 1C puts a title and the chosen filters above them. */
const LOOKED_AT = 25;
const SHOWN_ROWS = 8;
const SHOWN_SIGNS = 120;
const MOST_COLUMNS = 200;
const TOLD_EVERY_ROWS = 1_000;

/** Does one task of an import and says how it goes. What is wrong with the file is a `failed`; a bug throws. */
export async function doTask(task: ImportTask, say: (news: ImportNews) => void): Promise<void> {
  try {
    if (task.kind === 'look') say({ kind: 'preview', preview: await lookAt(task.file, task.kept) });
    else await build(task, say);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    say({ kind: 'failed', failure: { code: `import-${error.code}`, details: { line: error.line } } });
  }
}

async function lookAt(file: string, kept: KeptColumns): Promise<RegistryPreview> {
  const kind = tableKind(file);
  const first: TableRow[] = [];
  for await (const row of tableRows(file, kind)) {
    first.push({ ...row, cells: row.cells.slice(0, MOST_COLUMNS) });
    if (first.length >= LOOKED_AT + SHOWN_ROWS) break;
  }
  const known = (row: TableRow): number => headersKnown(row.cells, kept);
  const candidates = first.slice(0, LOOKED_AT);
  const header = candidates.reduce<TableRow | undefined>(
    (best, row) => (best === undefined || known(row) > known(best) ? row : best),
    undefined,
  );
  if (header === undefined) throw new TableError('no-table');
  const below = first.filter(({ line }) => line > header.line).slice(0, SHOWN_ROWS);
  return {
    format: kind.format,
    encoding: kind.encoding,
    headerLine: header.line,
    headers: header.cells.map(shown),
    columns: guessColumns(header.cells, kept),
    rows: below.map(({ cells }) => header.cells.map((_, place) => shown(cells[place] ?? ''))),
  };
}

const shown = (text: string): string => text.slice(0, SHOWN_SIGNS);

async function build(task: Extract<ImportTask, { kind: 'build' }>, say: (news: ImportNews) => void): Promise<void> {
  const kind = tableKind(task.file);
  const total = kind.format === 'csv' ? statSync(task.file).size : null;
  const { add, collected } = entryCollector(task.columns, task.headers);
  let bytes = 0;
  let rows = 0;
  for await (const row of tableRows(task.file, kind, (read) => void (bytes = read))) {
    if (row.line > task.headerLine) add(row);
    if (++rows % TOLD_EVERY_ROWS === 0) say({ kind: 'progress', step: 'reading', done: bytes, total });
  }
  const { entries, mistakes, mistakeCount } = collected();
  const file = openRegistryFile(task.target, true);
  try {
    buildRegistry(file, entries, task, (done, all) => say({ kind: 'progress', step: 'writing', done, total: all }));
  } finally {
    file.close();
  }
  toDisk(task.target);
  say({ kind: 'built', entries: entries.length, mistakes, mistakeCount });
}

/**
 * A file written without syncing is on disk before it comes into force: a power cut would else leave a registry that is none, and the next
 * commit of the service's thread would wait for all of it.
 */
function toDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
