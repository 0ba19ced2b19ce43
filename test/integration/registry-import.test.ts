import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, expect, test, vi } from 'vitest';
import { openLine } from '../../electron/line/line.ts';
import type { Line } from '../../electron/line/ports.ts';
import { REGISTRY_FIELDS, type RegistryImport } from '../../shared/contract/registry-import.ts';
import { lineSettings } from '../../shared/contract/settings.ts';

const NOW = Date.UTC(2026, 10, 24, 7);
const HEAD = 'Рег. номер;Организация;ИНН;Город;Конфигурация;Телефон;Контакт;Дата продажи;Лицензия;Начало;Окончание';
const COLUMNS = [...REGISTRY_FIELDS];
const row = (n: number, name = `ООО «Аптека ${n}»`) => `${n};${name};;Тверь;УА;;;;;;`;
const table = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\r\n'));
const wrong = ';ООО «Без номера»;;;;;;;;;';

const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) await line.close();
});

async function open(folder = mkdtempSync(join(tmpdir(), 'line15-import-'))) {
  const line = await openLine({
    dbFile: join(folder, 'line.sqlite'),
    registryDir: join(folder, 'registry'),
    now: () => NOW,
    newId: v7,
    mode: 'work',
    rules: lineSettings.parse({}),
    sample: false,
    pagesDir: folder,
    log: () => undefined,
  });
  lines.push(line);
  const { registryImport: importer } = line;

  const reaches = async <P extends RegistryImport['phase']>(phase: P) => {
    await vi.waitFor(() => expect(importer.state().phase).toBe(phase), { timeout: 30_000, interval: 20 });
    return importer.state();
  };
  /** Hands a file over in pieces, as a page does. */
  const send = async (content: Buffer, piece = 1_000) => {
    const begun = await importer.begin({ fileName: 'Реестр.csv', size: content.length, modifiedAt: NOW - 5_000 });
    if (!begun.ok) throw new Error(begun.error.code);
    const { importId } = begun.value;
    for (let offset = 0; offset < content.length; offset += piece) {
      const data = content.subarray(offset, offset + piece).toString('base64');
      expect(await importer.receive({ importId, offset, data })).toMatchObject({ ok: true });
    }
    return importId;
  };
  const imported = async (content: Buffer) => {
    await send(content);
    await reaches('preview');
    expect(await importer.run(COLUMNS, 'Мария')).toEqual({ ok: true, value: null });
  };
  const found = async (text: string) => {
    const answer = await line.link.searchRegistry(text, 5);
    if (!answer.ok) throw new Error(answer.error.code);
    return { names: answer.value.entries.map(({ organisation }) => organisation), asOf: answer.value.asOf };
  };
  const files = () => readdirSync(join(folder, 'registry')).filter((name) => !/-(wal|shm)$/.test(name));
  return { line, importer, reaches, send, imported, found, files, folder };
}

test('a file sent in pieces is looked at, imported, searched at once with its age, and there after a restart', async () => {
  const { line, imported, reaches, found, files, importer, folder, send } = await open();
  await imported(table(row(1), row(2)));
  expect(await reaches('done')).toEqual({ phase: 'done', fileName: 'Реестр.csv', entries: 2, leftOut: 0 });
  expect(await found('аптека 2')).toEqual({ names: ['ООО «Аптека 2»'], asOf: NOW - 5_000 });
  expect(files()).toHaveLength(1);

  await send(table(row(1)));
  await reaches('preview');
  expect(importer.state()).toMatchObject({ preview: { columns: COLUMNS } });
  await line.close();
  const again = await open(folder);
  expect((await again.found('аптека')).names).toHaveLength(2);
  expect(again.line.registryAbout()).toEqual({ asOf: NOW - 5_000, source: 'Реестр.csv', entries: 2 });
  expect(again.files()).toHaveLength(1);
});

test('with mistakes nothing is in force until they are accepted; given up, the old registry stays', async () => {
  const { imported, reaches, found, importer, files } = await open();
  await imported(table(row(1)));
  await reaches('done');

  await imported(table(row(2), wrong, row(3)));
  const checked = await reaches('checked');
  expect(checked).toMatchObject({ entries: 2, present: 1, mistakeCount: 1 });
  expect(checked).toMatchObject({ mistakes: [{ line: 3, column: 'Рег. номер', code: 'no-number', value: '' }] });
  expect((await found('аптека')).names).toEqual(['ООО «Аптека 1»']);
  await importer.cancel();
  expect(importer.state()).toEqual({ phase: 'cancelled', fileName: 'Реестр.csv' });
  expect((await found('аптека')).names).toEqual(['ООО «Аптека 1»']);
  expect(files()).toHaveLength(1);

  await imported(table(row(2), wrong, row(3)));
  await reaches('checked');
  expect(await importer.apply('Мария')).toEqual({ ok: true, value: null });
  expect(importer.state()).toMatchObject({ phase: 'done', entries: 2, leftOut: 1 });
  expect((await found('аптека')).names).toEqual(['ООО «Аптека 2»', 'ООО «Аптека 3»']);
});

test('once it is coming into force, an import is neither given up nor followed by another', async () => {
  const { line, imported, reaches, importer, files, folder } = await open();
  await imported(table(row(1), wrong));
  await reaches('checked');
  const applied = importer.apply('Мария');
  expect(await importer.cancel()).toEqual({ ok: true, value: null });
  expect(await importer.begin({ fileName: 'b.csv', size: 1, modifiedAt: NOW })).toMatchObject({
    error: { code: 'import-running' },
  });
  await applied;
  expect(importer.state()).toEqual({ phase: 'done', fileName: 'Реестр.csv', entries: 1, leftOut: 1 });
  expect(files()).toHaveLength(1);
  await line.close();
  expect((await (await open(folder)).found('аптека')).names).toEqual(['ООО «Аптека 1»']);
});

test('a file with less than half of what is in force is asked about', async () => {
  const { imported, reaches } = await open();
  await imported(table(row(1), row(2), row(3)));
  await reaches('done');
  await imported(table(row(1)));
  expect(await reaches('checked')).toMatchObject({ entries: 1, present: 3, mistakeCount: 0 });
});

test('an import can be given up while it runs, and leaves nothing', async () => {
  const { importer, imported, reaches, found, files } = await open();
  await imported(table(...Array.from({ length: 20_000 }, (_, n) => row(n + 1))));
  await vi.waitFor(() => expect(importer.state()).toMatchObject({ phase: 'running' }));
  expect(await importer.begin({ fileName: 'b.csv', size: 1, modifiedAt: NOW })).toMatchObject({
    error: { code: 'import-running' },
  });
  await importer.cancel();
  await reaches('cancelled');
  expect(files()).toEqual([]);
  expect((await found('аптека')).names).toEqual([]);
});

test('what cannot be imported says why', async () => {
  const { importer, send, reaches } = await open();
  const tooLarge = await importer.begin({ fileName: 'a.csv', size: 300_000_000, modifiedAt: NOW });
  expect(tooLarge).toMatchObject({ error: { code: 'import-too-large', details: { limitMb: 200 } } });
  expect(await importer.receive({ importId: 'x', offset: 0, data: 'AA==' })).toMatchObject({
    error: { code: 'no-import' },
  });
  expect(await importer.run(COLUMNS, 'Мария')).toMatchObject({ error: { code: 'no-import' } });

  await send(Buffer.from('PK\u0003\u0004 no workbook'));
  expect(await reaches('failed')).toMatchObject({ failure: { code: 'import-not-a-workbook' } });

  await send(table(row(1)));
  await reaches('preview');
  const withoutNumber = COLUMNS.map((field) => (field === 'registrationNumber' ? null : field));
  expect(await importer.run(withoutNumber, 'Мария')).toMatchObject({ error: { code: 'import-columns' } });
  const twice = COLUMNS.map((field) => (field === 'city' ? 'inn' : field));
  expect(await importer.run(twice, 'Мария')).toMatchObject({ error: { code: 'import-columns' } });
});
