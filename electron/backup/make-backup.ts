import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import type { BackupMade } from '../../shared/contract/data.ts';
import { errorCode } from '../settings/layer-file.ts';
import { writeFileAtomic } from '../settings/atomic-file.ts';
import { copyDatabase, examineDatabase } from '../sqlite/copy.ts';
import { copiedFile, MANIFEST, type Manifest } from './manifest.ts';

const MODES = ['work', 'training'];
/** The desk first: what its outbox has sent meanwhile, the line knows and applies once. The other way round it could be lost. */
const DATABASES = ['desk.sqlite', 'line.sqlite'];
const REGISTRY = 'registry';
const RECORDINGS = 'recordings';
const MOST_ATTEMPTS = 3;
/** Passwords and sessions are not copied: they open nothing on another computer. */
const SETTINGS = ['workstation.json', 'personal.json'];

/**
 * Copies a data folder, in use or not, into a new folder of `into`, and checks each copy. The layout is that of the data folder.
 * @param at names the folder, in Moscow's time (`line15-2026-11-24-1305`)
 * Fails with `backup-failed` {reason}.
 */
export function makeBackup(task: { dataDir: string; into: string; program: string; at: number }): Outcome<BackupMade> {
  const { dataDir, into, program, at } = task;
  const folder = join(into, `line15-${stamp(at)}`);
  const unfinished = `${folder}.part`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    const paths = [
      ...MODES.flatMap((mode) => copyMode(dataDir, unfinished, mode)),
      ...copySettings(dataDir, unfinished),
    ];
    for (const path of paths.filter((one) => one.endsWith('.sqlite'))) {
      const examined = examineDatabase(join(unfinished, path));
      if (examined?.problem !== null) return fail('backup-failed', { reason: `${path}: ${examined?.problem ?? '?'}` });
    }
    const files = paths.map((path) => copiedFile(unfinished, path));
    const written: Manifest = { format: 1, program, at, files };
    writeFileAtomic(join(unfinished, MANIFEST), `${JSON.stringify(written, null, 2)}\n`);
    renameSync(unfinished, folder);
    return ok({ folder, at, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    return fail('backup-failed', { reason: errorCode(error) });
  }
}

/** A registry's file never changes, but an import puts another in its place: then all is copied once more, so that line and registry agree. */
function copyMode(dataDir: string, folder: string, mode: string): string[] {
  const from = join(dataDir, mode);
  const to = join(folder, mode);
  for (let attempt = 1; ; attempt += 1) {
    rmSync(to, { recursive: true, force: true });
    const present = databasesOf(from);
    if (present.length > 0) mkdirSync(join(to, REGISTRY), { recursive: true });
    try {
      for (const name of present) copyDatabase(join(from, name), join(to, name));
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS) throw error;
      continue;
    }
    if (present.join() === databasesOf(from).join()) return present.map((name) => `${mode}/${name}`);
    if (attempt >= MOST_ATTEMPTS) throw new Error('the registry is being replaced');
  }
}

function databasesOf(folder: string): string[] {
  const registry = join(folder, REGISTRY);
  const files = existsSync(registry) ? readdirSync(registry).filter((name) => name.endsWith('.sqlite')) : [];
  return [...DATABASES.filter((name) => existsSync(join(folder, name))), ...files.map((name) => `${REGISTRY}/${name}`)];
}

function copySettings(dataDir: string, folder: string): string[] {
  const present = SETTINGS.filter((name) => existsSync(join(dataDir, name)));
  for (const name of present) copyFileSync(join(dataDir, name), join(folder, name));
  return [...present, ...copyRecordings(dataDir, folder)];
}

/** One's own recordings: small, and hard to find again. */
function copyRecordings(dataDir: string, folder: string): string[] {
  const from = join(dataDir, RECORDINGS);
  const names = existsSync(from) ? readdirSync(from).filter((name) => !name.endsWith('.new')) : [];
  if (names.length > 0) mkdirSync(join(folder, RECORDINGS), { mode: 0o700 });
  for (const name of names) copyFileSync(join(from, name), join(folder, RECORDINGS, name));
  return names.map((name) => `${RECORDINGS}/${name}`);
}

const MOSCOW_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Moscow',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** `2026-11-24-130500` */
export const stamp = (at: number): string => MOSCOW_TIME.format(at).replace(' ', '-').replaceAll(':', '');
