import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LineLog } from '../ports.ts';

const PACKAGE = '@fontsource-variable/golos-text/files/golos-text-';

/** The product's face for the users' pages: fetched from nobody. Without the package the pages stand in the system's own. */
export function readFonts(log: LineLog): ReadonlyMap<string, Buffer> {
  const require = createRequire(import.meta.url);
  const fonts = new Map<string, Buffer>();
  for (const name of ['cyrillic', 'latin']) {
    try {
      fonts.set(name, readFileSync(require.resolve(`${PACKAGE}${name}-wght-normal.woff2`)));
    } catch (error) {
      log('warn', 'font-missing', { name, error: String(error) });
    }
  }
  return fonts;
}
