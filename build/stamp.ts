import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAMPS = join(import.meta.dirname, 'out/.stamps');

/**
 * The fingerprint of a part's sources: a hash over names and contents, so that a checkout or a touch alone builds nothing.
 * @param sources files and folders, relative to the repository
 */
export function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) =>
    statSync(join(ROOT, source)).isDirectory() ? globSync(`${source}/**/*.*`, { cwd: ROOT }) : [source],
  );
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the part was built from exactly these sources and its result is still there. */
export function isFresh(part: string, print: string, result: string): boolean {
  const stamp = join(STAMPS, part);
  return existsSync(join(ROOT, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** Remembers what the part was built from. */
export function stamp(part: string, print: string): void {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, part), print);
}

/** Forgets the part: a build that breaks off must not look finished. */
export function unstamp(part: string): void {
  rmSync(join(STAMPS, part), { force: true });
}
