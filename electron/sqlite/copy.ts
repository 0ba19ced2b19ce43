import Database from 'better-sqlite3';

/**
 * Copies a database that may be in use, by this process or another: the copy is what was committed when it began, and nobody waits for it.
 * @param to a file that does not exist
 */
export function copyDatabase(from: string, to: string): void {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
}

/** What a database file says of itself: the version of its shape, and what SQLite's own check finds wrong; null: it is none. */
export function examineDatabase(file: string): { version: number; problem: string | null } | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const version = Number(database.pragma('user_version', { simple: true }));
    const found = String(database.pragma('integrity_check', { simple: true }));
    return { version, problem: found === 'ok' ? null : found };
  } catch {
    return null;
  } finally {
    database?.close();
  }
}
