import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Where provisioning writes what it found. */
export const LAB_FILE = join(ROOT, 'test/out/lab.json');

/** A thing tests need: where it is (`path`), or null and in `note` the reason why it could not be provided. */
const place = z.object({ path: z.string().nullable(), note: z.string() });

export const labSchema = z.object({
  /** Executable of the browser. */
  chromium: place,
  /** `xvfb-run`; on systems with a display of their own it may be null. */
  xvfb: place,
  /** `xdotool`, which presses keys of an X11 display, with `sxhkd` beside it, another program that takes some. */
  keyboard: place.default({ path: null, note: 'provisioning has not looked for it yet' }),
  /** Root filesystem that holds Asterisk (`chroot <path> asterisk …`). */
  asterisk: place,
  /** `Xorg` with its dummy driver and `xrandr`: a display whose screens are plugged in and out. */
  screens: place.default({ path: null, note: 'provisioning has not looked for it yet' }),
  /** Executable of Electron. `kind` lab: an older one, which needs `args` before the application's folder. */
  electron: place.extend({ kind: z.enum(['own', 'lab']), args: z.array(z.string()) }),
});

export type Place = z.infer<typeof place>;
export type Lab = z.infer<typeof labSchema>;

/**
 * What `npm test -- provision` (or `node test/provision/provision.ts`) found on this machine.
 * Throws when provisioning has not run yet: then there is nothing to test with.
 */
export function lab(): Lab {
  return labSchema.parse(JSON.parse(readFileSync(LAB_FILE, 'utf8')));
}
