import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import { openDeskDatabase } from '../desk/schema.ts';
import { openRegistryFile } from '../line/registry/registry-file.ts';
import { openSqliteStore } from '../line/store/sqlite-store.ts';
import { errorCode } from '../settings/layer-file.ts';
import { examineDatabase } from '../sqlite/copy.ts';
import { DatabaseTooNewError } from '../sqlite/migrations.ts';
import { copiedFile, manifest, MANIFEST, type Manifest } from './manifest.ts';
import { stamp } from './make-backup.ts';

/**
 * Checks a copy: that it is finished, that every file is as it was written, and that SQLite finds nothing wrong with it.
 * Fails with `no-backup`, `backup-damaged` {file}.
 */
export function checkBackup(folder: string): Outcome<Manifest> {
  const read = readManifest(folder);
  if (read === null) return fail('no-backup', { folder });
  for (const { path, sha256 } of read.files) {
    const file = join(folder, path);
    if (!existsSync(file) || copiedFile(folder, path).sha256 !== sha256) return fail('backup-damaged', { file: path });
    if (path.endsWith('.sqlite') && examineDatabase(file)?.problem !== null)
      return fail('backup-damaged', { file: path });
  }
  return ok(read);
}

/**
 * Puts a copy in the place of a data folder nobody works with; what stood there moves to `before-restore-…` beside it. Each database is
 * opened before, by this program, in a folder aside: one that is too new, or that it cannot open, changes nothing.
 * Fails with `no-backup`, `backup-damaged` {file}, `backup-too-new` {file, program}, `restore-failed` {reason}.
 */
export async function restoreBackup(task: {
  folder: string;
  dataDir: string;
  at: number;
}): Promise<Outcome<{ at: number; before: string }>> {
  const { folder, dataDir, at } = task;
  const checked = checkBackup(folder);
  if (!checked.ok) return checked;
  const aside = join(dataDir, `restoring-${stamp(at)}`);
  const before = join(dataDir, `before-restore-${stamp(at)}`);
  try {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const { path } of checked.value.files) {
      cpSync(join(folder, path), join(aside, path));
      if (await isTooNew(join(aside, path))) {
        return fail('backup-too-new', { file: path, program: checked.value.program });
      }
    }
    mkdirSync(before, { recursive: true, mode: 0o700 });
    for (const name of new Set(checked.value.files.map(({ path }) => path.split('/')[0] ?? path))) {
      if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(before, name));
      renameSync(join(aside, name), join(dataDir, name));
    }
    return ok({ at: checked.value.at, before });
  } catch (error) {
    return fail('restore-failed', { reason: errorCode(error) });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Opens a database as the program will, which brings an older one forward. */
async function isTooNew(file: string): Promise<boolean> {
  try {
    if (basename(dirname(file)) === 'registry') openRegistryFile(file).close();
    else if (basename(file) === 'desk.sqlite') openDeskDatabase(file).close();
    else if (basename(file) === 'line.sqlite') await openSqliteStore({ file, newId: () => '' }).close();
    return false;
  } catch (error) {
    if (error instanceof DatabaseTooNewError) return true;
    throw error;
  }
}

function readManifest(folder: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch {
    return null;
  }
}
