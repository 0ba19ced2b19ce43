import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDeskDatabase } from '../desk/schema.ts';
import { openRegistry } from '../line/registry/registry.ts';
import { openSqliteStore } from '../line/store/sqlite-store.ts';
import { makeBackup } from './make-backup.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';

/** 24.11.2026, 13:05 in Moscow. */
const AT = Date.UTC(2026, 10, 24, 10, 5);
let made = 0;

/** A data folder in use: desk, line, registry and settings, all open. */
async function dataFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'line15-backup-'));
  const folder = join(dataDir, 'work');
  mkdirSync(folder);
  const desk = openDeskDatabase(join(folder, 'desk.sqlite'));
  const newId = () => `id-${++made}`;
  const line = openSqliteStore({ file: join(folder, 'line.sqlite'), newId });
  const registry = await openRegistry({ folder: join(folder, 'registry'), values: line.values, newId });
  const entry = { id: 'r1', registrationNumber: '8102345', organisation: 'ООО «Ёлка»', inn: '', city: 'Тверь' };
  await registry.replace([{ ...entry, configuration: '', phones: [], contact: '', purchasedOn: null, licences: [] }], {
    source: 'r.csv',
    asOf: 5,
  });
  const remember = (value: string) =>
    desk.run(
      desk.kysely
        .insertInto('remembered')
        .values({ name: 'x', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
    );
  remember('before');
  writeFileSync(join(dataDir, 'workstation.json'), '{"consultantName":"Мария"}');
  writeFileSync(join(dataDir, 'sip-password.sealed'), 'secret');
  const close = async () => {
    registry.close();
    await line.close();
    desk.close();
  };
  return { dataDir, remember, close };
}

function backedUp(dataDir: string): string {
  const outcome = makeBackup({ dataDir, into: join(dataDir, 'backups'), program: '0.1.0', at: AT });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value.folder;
}

const remembered = (file: string): unknown => {
  const database = new Database(file, { readonly: true });
  const value = database.prepare("SELECT value FROM remembered WHERE name = 'x'").pluck().get();
  database.close();
  return value;
};

test('a folder is copied while it is worked with, and restored whole; what stood there is kept beside it', async () => {
  const data = await dataFolder();
  const folder = backedUp(data.dataDir);
  expect(folder).toBe(join(data.dataDir, 'backups', 'line15-2026-11-24-130500'));
  expect(checkBackup(folder).ok).toBe(true);
  expect(existsSync(join(folder, 'sip-password.sealed'))).toBe(false);
  data.remember('after');
  writeFileSync(join(data.dataDir, 'workstation.json'), '{"consultantName":"Ольга"}');
  await data.close();

  const outcome = await restoreBackup({ folder, dataDir: data.dataDir, at: AT });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(remembered(join(data.dataDir, 'work', 'desk.sqlite'))).toBe('before');
  expect(remembered(join(outcome.value.before, 'work', 'desk.sqlite'))).toBe('after');
  expect(readFileSync(join(data.dataDir, 'workstation.json'), 'utf8')).toContain('Мария');
  expect(readFileSync(join(data.dataDir, 'sip-password.sealed'), 'utf8')).toBe('secret');

  const line = openSqliteStore({ file: join(data.dataDir, 'work', 'line.sqlite'), newId: () => 'n' });
  const registry = await openRegistry({
    folder: join(data.dataDir, 'work', 'registry'),
    values: line.values,
    newId: () => 'n',
  });
  expect(registry.search('елка', 1)).toMatchObject({ asOf: 5, entries: [{ id: 'r1' }] });
  registry.close();
  await line.close();
});

test('a copy that was damaged, is not finished, or is of a newer program is refused, and nothing is changed', async () => {
  const data = await dataFolder();
  await data.close();
  const restored = async (folder: string) => restoreBackup({ folder, dataDir: data.dataDir, at: AT });
  const untouched = () => expect(remembered(join(data.dataDir, 'work', 'desk.sqlite'))).toBe('before');

  expect(await restored(join(data.dataDir, 'nothing'))).toMatchObject({ ok: false, error: { code: 'no-backup' } });

  const folder = backedUp(data.dataDir);
  const file = join(folder, 'work', 'desk.sqlite');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 4096));
  expect(await restored(folder)).toMatchObject({
    error: { code: 'backup-damaged', details: { file: 'work/desk.sqlite' } },
  });
  untouched();

  const newer = new Database(join(data.dataDir, 'work', 'desk.sqlite'));
  newer.pragma('user_version = 999');
  newer.close();
  const outcome = makeBackup({ dataDir: data.dataDir, into: join(data.dataDir, 'b2'), program: '9.9.9', at: AT });
  if (!outcome.ok) throw new Error('no backup');
  expect(await restored(outcome.value.folder)).toMatchObject({
    error: { code: 'backup-too-new', details: { file: 'work/desk.sqlite', program: '9.9.9' } },
  });
  untouched();
});

test('where no copy can be made it says why, and leaves no half of one', async () => {
  const data = await dataFolder();
  await data.close();
  writeFileSync(join(data.dataDir, 'file'), '');
  const outcome = makeBackup({ dataDir: data.dataDir, into: join(data.dataDir, 'file'), program: '0.1.0', at: AT });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'backup-failed' } });
});
