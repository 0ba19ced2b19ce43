import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Outcome } from '../../shared/contract/base.ts';

/** A process that has just been killed may still hold the lock for a moment. */
const PATIENCE_MS = 1_500;

/**
 * Takes the data folder for this process: one service per folder. The lock is SQLite's own on a file of its own, so the system lets go of
 * it when the process dies, by `kill -9` too: it is never stale. The pid stands beside it, for the sentence that names the other one.
 * Fails with `in-use`.
 */
export function lockDataDir(dataDir: string): Outcome<{ release(): void }> {
  const pidFile = join(dataDir, 'service.pid');
  const lock = new Database(join(dataDir, 'service.lock'), { timeout: PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return fail('in-use', { pid: readPid(pidFile) });
    throw error;
  }
  writeFileSync(pidFile, String(process.pid), { mode: 0o600 });
  return ok({ release: () => void lock.close() });
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '?';
  }
}
