import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Generated } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { DatabaseTooNewError, type Migration } from './migrations.ts';

type Schema = { things: { id: Generated<number>; name: string; done: number } };

const first: Migration = {
  version: 1,
  name: 'things',
  sql: 'CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT',
};
const second: Migration = {
  version: 2,
  name: 'done',
  sql: 'ALTER TABLE things ADD COLUMN done INTEGER NOT NULL DEFAULT 0',
};
const newFile = () => join(mkdtempSync(join(tmpdir(), 'line15-sqlite-')), 'things.sqlite');
const open = (file: string, migrations = [first, second]) => openDatabase<Schema>({ file, migrations });

test('a new file gets every migration, WAL and full synchronisation', () => {
  const database = open(newFile());
  const pragma = (name: string) =>
    database.first({
      compile: () => sql<Record<string, unknown>>`${sql.raw(`PRAGMA ${name}`)}`.compile(database.kysely),
    });
  expect(pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(pragma('synchronous')).toEqual({ synchronous: 2 });
  expect(pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  expect(pragma('user_version')).toEqual({ user_version: 2 });
  database.close();
});

test('an older file is brought forward and keeps its rows; a newer one is refused', () => {
  const file = newFile();
  const old = openDatabase<{ things: { name: string } }>({ file, migrations: [first] });
  old.run(old.kysely.insertInto('things').values({ name: 'a' }));
  old.close();
  const database = open(file);
  expect(database.all(database.kysely.selectFrom('things').selectAll())).toEqual([{ id: 1, name: 'a', done: 0 }]);
  database.close();
  expect(() => open(file, [first])).toThrow(DatabaseTooNewError);
});

test('a transaction is whole or not at all, also when it is nested', () => {
  const database = open(newFile());
  const add = (name: string) => database.run(database.kysely.insertInto('things').values({ name, done: 0 }));
  expect(() =>
    database.transaction(() => {
      add('a');
      database.transaction(() => add('b'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(database.all(database.kysely.selectFrom('things').selectAll())).toEqual([]);
  database.transaction(() => add('a'));
  expect(database.first(database.kysely.selectFrom('things').selectAll())).toEqual({ id: 1, name: 'a', done: 0 });
  expect(database.integrityProblems()).toEqual([]);
  database.close();
});

test('a failed migration leaves the database as it was', () => {
  const file = newFile();
  open(file, [first]).close();
  expect(() =>
    open(file, [first, { version: 2, name: 'broken', sql: 'CREATE TABLE x (a TEXT) STRICT; nonsense' }]),
  ).toThrow();
  const database = open(file);
  expect(database.first(database.kysely.selectFrom('things').selectAll())).toBeUndefined();
  database.close();
});
