import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { readSheet } from 'read-excel-file/node';
import type { RegistryPreview } from '../../../../shared/contract/registry-import.ts';

/** A row of a table with the line it begins in, from 1, as an editor or Excel counts. */
export type TableRow = { line: number; cells: string[] };

/** A file that is no table: `no-table` (nothing in it), `quotes` {line} (a quote that never ends), `not-a-workbook`. */
export class TableError extends Error {
  readonly code: 'no-table' | 'quotes' | 'not-a-workbook';
  readonly line: number;
  constructor(code: TableError['code'], line = 0) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

/** What a file is: a workbook, or a text with its encoding and what parts its cells. */
export type TableKind = Pick<RegistryPreview, 'format' | 'encoding'> & { delimiter: string };

const LOOKED_AT_BYTES = 1_000_000;
/** A record longer than this is a quote that never ended. */
const LONGEST_RECORD = 200_000;

/** Finds out what a file is by its first bytes: 1C writes UTF-8 with and without BOM, Windows-1251, and «Юникод». */
export function tableKind(file: string): TableKind {
  const start = firstBytes(file, LOOKED_AT_BYTES);
  if (start[0] === 0x50 && start[1] === 0x4b) return { format: 'xlsx', encoding: null, delimiter: '' };
  const encoding = encodingOf(start);
  return { format: 'csv', encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
}

/**
 * The rows of a table that have anything in them.
 * @param progress told how many bytes of the file were read; a workbook is read as a whole
 * @throws TableError
 */
export async function* tableRows(
  file: string,
  kind: TableKind,
  progress: (bytes: number) => void = () => undefined,
): AsyncGenerator<TableRow> {
  const rows = kind.format === 'xlsx' ? workbookRows(file) : textRows(file, kind, progress);
  for await (const row of rows) if (row.cells.some((cell) => cell !== '')) yield row;
}

async function* textRows(
  file: string,
  { encoding, delimiter }: TableKind,
  progress: (bytes: number) => void,
): AsyncGenerator<TableRow> {
  const parser = Readable.from(decoded(file, encoding ?? 'utf-8', progress)).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
      // Names in quotes stand in exports as they are: ООО "Ромашка".
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      trim: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const lines = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      yield { line: info.lines - lines, cells: record.map(tidied) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TableError('quotes', Number(error['lines'] ?? 0));
    throw error;
  }
}

async function* decoded(file: string, encoding: string, progress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    read += chunk.length;
    yield decoder.decode(chunk, { stream: true });
    progress(read);
  }
  yield decoder.decode();
}

async function* workbookRows(file: string): AsyncGenerator<TableRow> {
  const sheet = await readSheet(file).catch(() => {
    throw new TableError('not-a-workbook');
  });
  for (const [index, cells] of sheet.entries()) yield { line: index + 1, cells: cells.map(textOfCell) };
}

/** What a cell of a workbook shows. */
function textOfCell(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? tidied(String(value))
    : '';
}

/** Spaces of every kind made single: 1C groups thousands with one that does not break. */
const tidied = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

function firstBytes(file: string, count: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(handle, bytes, 0, count, 0));
  } finally {
    closeSync(handle);
  }
}

/** By the byte order mark, else UTF-8 where the bytes are that, else what 1C writes on Windows. */
function encodingOf(start: Buffer): NonNullable<RegistryPreview['encoding']> {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  try {
    // The last sign may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

const DELIMITERS = [';', '\t', ','];

/** What parts the cells: the sign the most of the first lines have, outside of quotes, as many times as each other. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"\n]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, 50);
  const score = (sign: string): number => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual * counts.filter((count) => count === usual).length;
  };
  return DELIMITERS.reduce((best, sign) => (score(sign) > score(best) ? sign : best));
}
