import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Of a copy's folder: what it holds and when it was made. It is written last, so a copy without one is not finished. */
export const MANIFEST = 'backup.json';

export const manifest = z.object({
  format: z.literal(1),
  /** The version of the program that made it. */
  program: z.string(),
  at: z.number().int(),
  files: z.array(
    z.object({
      /** Within the folder, with slashes. */
      path: z.string().regex(/^[\w.-]+(\/[\w.-]+){0,2}$/),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;
export type CopiedFile = Manifest['files'][number];

/** A file as the manifest names it. */
export function copiedFile(folder: string, path: string): CopiedFile {
  const file = join(folder, path);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { path, bytes: statSync(file).size, sha256 };
}
