import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { openRegistry, type Registry } from './registry.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A registry in `folder` (null: in memory), with the line's values in `dbFile`. */
async function open(folder: string | null = null, dbFile = ':memory:'): Promise<Registry> {
  let made = readdirSync(folder ?? tmpdir()).length;
  const newId = () => `id-${++made}`;
  const store = openSqliteStore({ file: dbFile, newId });
  const registry = await openRegistry({ folder, values: store.values, newId });
  closers.push(() => registry.close(), store.close);
  return registry;
}

const entry = (change: Partial<RegistryEntry>): RegistryEntry => ({
  id: 'r1',
  registrationNumber: '8102345',
  organisation: 'ООО «Аптека-Центр»',
  inn: '7707083893',
  city: 'Орёл',
  configuration: 'УА 3',
  phones: ['+79161234567'],
  contact: 'Анна',
  purchasedOn: '2025-01-31',
  licences: [{ kind: 'prof', first: '2026-01-01', last: '2026-12-31' }],
  ...change,
});
const ORIGIN = { source: 'test.csv', asOf: 42 };

async function filled(...entries: Partial<RegistryEntry>[]): Promise<(text: string, limit?: number) => string[]> {
  const registry = await open();
  await registry.replace(
    entries.map((change, place) => entry({ id: `r${place + 1}`, ...change })),
    ORIGIN,
  );
  return (text, limit = 10) => registry.search(text, limit).entries.map(({ id }) => id);
}

test('the likeliest first: the number, its beginning, an INN, a name’s beginning, a word’s beginning, anywhere', async () => {
  const found = await filled(
    { registrationNumber: '1', organisation: 'Икс', inn: '', city: 'А', phones: ['+78125550177'] },
    { registrationNumber: '2', organisation: 'Игрек', inn: '5550100732', city: 'А', phones: [] },
    { registrationNumber: '5550177', organisation: 'Зет', inn: '', city: 'А', phones: [] },
    { registrationNumber: '555', organisation: 'Я', inn: '', city: 'А', phones: [] },
  );
  expect(found('555')).toEqual(['r4', 'r3', 'r2', 'r1']);
  expect(found('555', 2)).toEqual(['r4', 'r3']);
  const names = await filled(
    { registrationNumber: '1', organisation: 'ООО «Новая заря»', city: 'А', phones: [] },
    { registrationNumber: '2', organisation: 'ООО «Лазарь»', city: 'А', phones: [] },
    { registrationNumber: '3', organisation: 'Заря', city: 'А', phones: [] },
    { registrationNumber: '4', organisation: 'Ромашка', city: 'Зарайск', phones: [] },
  );
  expect(names('зар')).toEqual(['r3', 'r1', 'r4', 'r2']);
  expect(names('з')).toEqual(['r3', 'r1', 'r4']);
});

test('answers are in the order of names, then of numbers, whatever matches', async () => {
  const found = await filled(
    { registrationNumber: '3', organisation: 'Ромашка' },
    { registrationNumber: '2', organisation: 'Ромашка' },
    { registrationNumber: '1', organisation: 'ООО «Астра», Ромашка' },
  );
  expect(found('ромашка')).toEqual(['r2', 'r1', 'r3']);
  expect(found('орел')).toEqual(['r3', 'r2', 'r1']);
});

test.each([
  'аптека-центр',
  'ООО аптека центр',
  'центр аптека ооо',
  '«Аптека "центр"»',
  'fgntrf wtynh',
  'Общество с ограниченной ответственностью Аптека',
])('a name is found as «%s»', async (typed) => {
  const found = await filled({}, { registrationNumber: '9', organisation: 'ИП Орлова', city: 'Тверь', phones: [] });
  expect(found(typed)).toEqual(['r1']);
});

test.each(['8102345', '81 02-345', '023', '+7 (916) 123-45-67', '89161234567', '916123', '7707083893', '70838'])(
  'an entry is found by «%s»',
  async (typed) => {
    const found = await filled({}, { registrationNumber: '9', inn: '', phones: [] });
    expect(found(typed)).toEqual(['r1']);
  },
);

test('Russian typed for Latin is found, and Latin for Russian', async () => {
  const found = await filled({ organisation: 'Pharma Plus' }, { organisation: 'ООО «Привет»' });
  expect(found('зрфкьф')).toEqual(['r1']);
  expect(found('ghbdtn')).toEqual(['r2']);
  expect(found('ООО ghbdtn')).toEqual(['r2']);
});

test.each(['зречная', 'заресная', 'заречьная', 'зраечная', 'заречнуя орел', 'аптека заречнаа', 'pfhtxyez'])(
  'one mistake in a long word is forgiven: «%s»',
  async (typed) => {
    const found = await filled({ organisation: 'Аптека Заречная' }, { organisation: 'Аптека Садовая', city: 'Тверь' });
    expect(found(typed)).toEqual(['r1']);
  },
);

test('a mistake is forgiven only where nothing is found without', async () => {
  const found = await filled({ organisation: 'Родник' }, { organisation: 'Родиик' });
  expect(found('родник')).toEqual(['r1']);
  expect(found('рудниик')).toEqual([]);
});

test('no sign is a wildcard or a query of its own', async () => {
  const found = await filled({});
  for (const typed of ['%', '_', '*', '"', 'a" OR "апт', 'name:апт OR', '«»', '  '])
    expect(() => found(typed)).not.toThrow();
  expect(found('%')).toEqual([]);
});

test('an entry is found by its phone, number and identifier, with the age of the data', async () => {
  const registry = await open();
  expect(registry.about()).toBeNull();
  expect(registry.search('аптека', 5)).toEqual({ entries: [], asOf: null });
  await registry.replace([entry({})], ORIGIN);
  const answer = { entries: [entry({})], asOf: 42 };
  expect(registry.byPhone('8(916)1234567')).toEqual(answer);
  expect(registry.byNumber(' 810-2345')).toEqual(answer);
  expect(registry.byId('r1')).toEqual(answer);
  expect(registry.byNumber('«»').entries).toEqual([]);
  expect(registry.about()).toEqual({ asOf: 42, source: 'test.csv', entries: 1 });
});

test('a registry is replaced as a whole, survives a restart, and leaves no old file behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-registry-'));
  const dbFile = `${folder}.line.sqlite`;
  const first = await open(folder, dbFile);
  await first.replace([entry({})], ORIGIN);
  await first.replace([entry({ id: 'r9', registrationNumber: '9' })], { ...ORIGIN, asOf: 43 });
  writeFileSync(join(folder, 'unfinished.sqlite'), 'half');
  const second = await open(folder, dbFile);
  expect(second.byId('r1').entries).toEqual([]);
  expect(second.byId('r9')).toEqual({ entries: [entry({ id: 'r9', registrationNumber: '9' })], asOf: 43 });
  expect(existsSync(join(folder, 'unfinished.sqlite'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
});

test('an unfinished file is never taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-registry-'));
  const registry = await open(folder);
  await registry.replace([entry({})], ORIGIN);
  await expect(registry.use(registry.newFile())).rejects.toThrow('not finished');
  expect(registry.byId('r1').entries).toHaveLength(1);
});
