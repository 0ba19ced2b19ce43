import type Database from 'better-sqlite3';

/**
 * One step of a database's shape, forward only; each stands in a numbered file of its owner's folder (`migrations/0001-journal.ts`).
 * A migration that has been released is never edited: the next one corrects it. Tables are STRICT.
 */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** The file was written by a newer version of the program: opening it could lose what that version keeps. */
export class DatabaseTooNewError extends Error {
  override readonly name = 'DatabaseTooNewError';
  readonly code = 'database-too-new';
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`the database has version ${found}, this program knows ${known}`);
    this.found = found;
    this.known = known;
  }
}

/**
 * Brings a database to the last of `migrations`, all steps in one transaction. The version stands in `user_version`.
 * @throws DatabaseTooNewError; RangeError when the migrations are not numbered 1, 2, 3, …
 */
export function migrate(handle: Database.Database, migrations: readonly Migration[]): void {
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) throw new RangeError(`migration ${name} is number ${index + 1}, not ${version}`);
  });
  const found = Number(handle.pragma('user_version', { simple: true }));
  if (found > migrations.length) throw new DatabaseTooNewError(found, migrations.length);
  if (found === migrations.length) return;
  handle
    .transaction(() => {
      for (const { sql } of migrations.slice(found)) handle.exec(sql);
      handle.pragma(`user_version = ${migrations.length}`);
    })
    .exclusive();
}
