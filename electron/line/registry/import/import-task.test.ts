import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import type { RegistryEntry } from '../../../../shared/contract/registry.ts';
import { REGISTRY_FIELDS, type RegistryField } from '../../../../shared/contract/registry-import.ts';
import { entryFinder } from '../find-entries.ts';
import { openRegistryFile } from '../registry-file.ts';
import { dateOfCell } from './dates.ts';
import { doTask } from './import-task.ts';
import type { ImportNews } from './messages.ts';
import type { KeptColumns } from './columns.ts';

const folder = mkdtempSync(join(tmpdir(), 'line15-import-'));
let made = 0;
function fileOf(content: string | Buffer): string {
  const file = join(folder, `${++made}.table`);
  writeFileSync(file, content);
  return file;
}

/** What is lost in a text that only 1C on Windows writes: one byte a letter. */
function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((sign) => bytes.get(sign) ?? 0x3f));
}

async function last(task: Parameters<typeof doTask>[0]): Promise<ImportNews> {
  const said: ImportNews[] = [];
  await doTask(task, (news) => said.push(news));
  const end = said.at(-1);
  if (end === undefined) throw new Error('it said nothing');
  return end;
}

async function look(content: string | Buffer, kept: KeptColumns = {}) {
  const news = await last({ kind: 'look', file: fileOf(content), kept });
  if (news.kind !== 'preview') throw new Error(JSON.stringify(news));
  return news.preview;
}

/** Looks at a table, takes the columns as guessed and builds the registry. */
async function imported(content: string | Buffer) {
  const file = fileOf(content);
  const looked = await last({ kind: 'look', file, kept: {} });
  if (looked.kind !== 'preview') throw new Error(JSON.stringify(looked));
  const { columns, headerLine, headers } = looked.preview;
  const target = join(folder, `${++made}.sqlite`);
  const news = await last({ kind: 'build', file, columns, headerLine, headers, target, source: 'x.csv', asOf: 7 });
  if (news.kind !== 'built') return { news, entries: new Array<RegistryEntry>(), mistakes: [] };
  const registry = openRegistryFile(target);
  const entries = entryFinder(registry).search('ооо', 50);
  registry.close();
  return { news, entries, mistakes: news.mistakes.map(({ line, column, code, value }) => [line, column, code, value]) };
}

const HEAD =
  'Рег. номер;Организация;ИНН;Город;Конфигурация;Телефон;Контактное лицо;Дата продажи;Вид лицензии;Дата начала;Дата окончания';
const ROW =
  '8102345;ООО «Ёлка»;7707083893;Тверь;УА 3;8 (916) 123-45-67, +7 482 250-11-22;Анна;05.03.2024;ПРОФ;01.01.2026;31.12.2026';
const ENTRY: RegistryEntry = {
  id: 'reg-8102345',
  registrationNumber: '8102345',
  organisation: 'ООО «Ёлка»',
  inn: '7707083893',
  city: 'Тверь',
  configuration: 'УА 3',
  phones: ['8 (916) 123-45-67', '+7 482 250-11-22'],
  contact: 'Анна',
  purchasedOn: '2024-03-05',
  licences: [{ kind: 'prof', first: '2026-01-01', last: '2026-12-31' }],
};
const TABLE = `${HEAD}\r\n${ROW}\r\n`;

test.each([
  ['UTF-8', Buffer.from(TABLE), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TABLE}`), 'utf-8'],
  ['Windows-1251', windows1251(TABLE), 'windows-1251'],
  ['«Юникод»', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 'utf-16le'],
  ['commas', Buffer.from(TABLE.replaceAll(',', ' /').replaceAll(';', ',')), 'utf-8'],
  ['tabs', Buffer.from(TABLE.replaceAll(';', '\t')), 'utf-8'],
  ['quotes around every cell', Buffer.from(TABLE.replace(/[^;\r\n]+/g, '"$&"')), 'utf-8'],
])('a table as 1C exports it: %s', async (_name, content, encoding) => {
  const preview = await look(content);
  expect(preview.encoding).toBe(encoding);
  expect(preview.columns).toEqual([...REGISTRY_FIELDS]);
  expect((await imported(content)).entries).toEqual([ENTRY]);
});

test('a workbook, with days as days and numbers as numbers', async () => {
  const head = HEAD.split(';').map((value) => ({ value, type: String }));
  const cells = ROW.split(';').map((value, place) =>
    place === 0 || place === 2
      ? { value: Number(value), type: Number }
      : [7, 9, 10].includes(place)
        ? { value: new Date(`${value.split('.').reverse().join('-')}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
        : { value, type: String },
  );
  const book = await writeXlsx([head, cells]).toBuffer();
  expect((await look(book)).format).toBe('xlsx');
  expect((await imported(book)).entries).toEqual([ENTRY]);
});

test('titles above the headers and totals below the rows are no rows; empty lines do not shift the numbers', async () => {
  const content = `Реестр лицензий;;\n\nОтбор: все;;\n${TABLE}\n;ООО «Без номера»\nИтого;1\n`;
  const preview = await look(content);
  expect(preview.headerLine).toBe(4);
  expect(preview.rows[0]?.[0]).toBe('8102345');
  const { entries, mistakes } = await imported(content);
  expect(entries).toHaveLength(1);
  expect(mistakes).toEqual([[7, 'Рег. номер', 'no-number', '']]);
});

test('columns are guessed from their headers; what was chosen before comes first', async () => {
  const headers = 'Клиент;№ лиц.;Тел. моб.;Тел. рабочий;Примечание';
  const guessed: (RegistryField | null)[] = ['organisation', null, 'phones', 'phones', null];
  expect((await look(`${headers}\n1;2;3;4;5`)).columns).toEqual(guessed);
  const kept: KeptColumns = { лиц: 'registrationNumber', 'тел моб': null };
  expect((await look(`${headers}\n1;2;3;4;5`, kept)).columns).toEqual([
    'organisation',
    'registrationNumber',
    null,
    'phones',
    null,
  ]);
});

test('each wrong row is named with its line, column, reason and value; the right ones go in', async () => {
  const rows = [
    ';ООО «А»;;;;;;;;;',
    '2;;;;;;;;;;',
    '3;ООО «В»;;;;;;31.02.2026;;;',
    '4;ООО «Г»;;;;;;;Золотой;01.01.2026;31.12.2026',
    '5;ООО «Д»;;;;;;;ПРОФ;01.01.2026;',
    '6;ООО «Е»;;;;;;;Стандарт;01.01.2026;31.12.2025',
    '7,70708E+09;ООО «Ж»;;;;;;;;;',
    `8;ООО «${'З'.repeat(300)}»;;;;;;;;;`,
    '8102345;ООО «Другая»;;;;;;;;;',
    '9;ООО «Всё хорошо»;;;;;;  .  .    ;;01.01.0001;',
  ];
  const { entries, mistakes, news } = await imported(`${TABLE}${rows.join('\n')}`);
  expect(mistakes.map(([line, column, code]) => [line, column, code])).toEqual([
    [3, 'Рег. номер', 'no-number'],
    [4, 'Организация', 'no-organisation'],
    [5, 'Дата продажи', 'bad-date'],
    [6, 'Вид лицензии', 'unknown-licence'],
    [7, 'Дата окончания', 'licence-incomplete'],
    [8, 'Дата окончания', 'licence-order'],
    [9, 'Рег. номер', 'spoilt-number'],
    [10, 'Организация', 'too-long'],
    [11, 'Организация', 'other-organisation'],
  ]);
  expect(mistakes[2]?.[3]).toBe('31.02.2026');
  expect(mistakes[8]?.[3]).toBe('2');
  expect(news).toMatchObject({ kind: 'built', entries: 2, mistakeCount: 9 });
  expect(entries.map(({ id }) => id)).toEqual(['reg-9', 'reg-8102345']);
});

test('several rows of one number are one product with all its licences and phones', async () => {
  const second = '8102345;ёлка, ООО;;;;8 (916) 000-00-00;;;Стандарт;01.01.2025;31.12.2025';
  const { entries } = await imported(`${TABLE}${second}\n${ROW}`);
  expect(entries).toEqual([
    {
      ...ENTRY,
      phones: [...ENTRY.phones, '8 (916) 000-00-00'],
      licences: [...ENTRY.licences, { kind: 'standard', first: '2025-01-01', last: '2025-12-31' }],
    },
  ]);
});

test('a name with quotes and line breaks stays one cell, and the lines after it keep their numbers', async () => {
  const content = `Номер;Организация\n1;"ООО ""Аптека\nЦентр"""\n2;ООО "Ромашка"\n;ООО`;
  const { entries, mistakes } = await imported(content);
  expect(entries.map(({ organisation }) => organisation)).toEqual(['ООО "Аптека Центр"', 'ООО "Ромашка"']);
  expect(mistakes).toEqual([[5, 'Номер', 'no-number', '']]);
});

test.each([
  ['nothing', '', 'import-no-table'],
  ['no workbook', Buffer.from('PK\u0003\u0004 broken'), 'import-not-a-workbook'],
  ['a quote that never ends', `Номер;Организация\n1;"ООО\n${'x\n'.repeat(150_000)}`, 'import-quotes'],
])('a file that is no table says so: %s', async (_name, content, code) => {
  expect(await last({ kind: 'look', file: fileOf(content), kept: {} })).toMatchObject({
    kind: 'failed',
    failure: { code },
  });
});

test('an INN that lost its leading zero in a workbook gets it back', async () => {
  const { entries } = await imported('Номер;Организация;ИНН\n1;ООО «А»;277000000\n2;ООО «Б»;123456789');
  expect(entries.map(({ inn }) => inn)).toEqual(['0277000000', '123456789']);
});

test.each([
  ['05.03.2024', '2024-03-05'],
  ['5.3.24', '2024-03-05'],
  ['05.03.2024 0:00:00', '2024-03-05'],
  ['05.03.2024 г.', '2024-03-05'],
  ['2024-03-05T00:00:00', '2024-03-05'],
  ['45356', '2024-03-05'],
  ['29.02.2024', '2024-02-29'],
  ['', null],
  ['  .  .    ', null],
  ['01.01.0001', null],
])('the day of «%s»', (text, day) => {
  expect(dateOfCell(text)).toEqual({ ok: true, day });
});

test.each(['29.02.2025', '32.01.2025', '01.13.2025', 'вчера', '01.01.1900', '1.2'])('«%s» is no day', (text) => {
  expect(dateOfCell(text)).toEqual({ ok: false });
});
