/**
 * `node build/lock-gypfile.ts`, to be run after every `npm install`. better-sqlite3 ships its binaries and says so in its
 * package.json (`"gypfile": false`); npm does not copy that word into the lock, and `npm ci` of npm 10 then compiles it:
 * a failure on a machine without Python and a compiler. This puts the word back. A test watches over it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LOCK = join(import.meta.dirname, '../package-lock.json');
const ENTRY = 'node_modules/better-sqlite3';

const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ gypfile: z.boolean().optional() })),
});

/** The lock file's text with the word in its place; the same text when it is there already. */
export function withGypfile(text: string): string {
  const lock = lockSchema.parse(JSON.parse(text));
  const entry = lock.packages[ENTRY];
  if (entry === undefined || entry.gypfile === false) return text;
  entry.gypfile = false;
  return `${JSON.stringify(lock, null, 2)}\n`;
}

if (import.meta.main) {
  const before = readFileSync(LOCK, 'utf8');
  const after = withGypfile(before);
  writeFileSync(LOCK, after);
  console.log(after === before ? 'package-lock.json: nothing to do' : 'package-lock.json: gypfile put back');
}
