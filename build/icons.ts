/**
 * Draws the PNG files of build/icons from their SVG sources, with the browser of the tests: `node build/icons.ts`. To be run when a source
 * was changed; the PNG files are kept in the repository, because a build has no browser.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { lab } from '../test/provision/lab.ts';

const FOLDER = join(import.meta.dirname, 'icons');
/** Sides in px by file name: the program's icon once, the tray's for ordinary and for dense screens. */
const sidesOf = (name: string): [suffix: string, side: number][] =>
  name.startsWith('tray-')
    ? [
        ['', 32],
        ['@2x', 64],
      ]
    : [['', 512]];

const { path } = lab().chromium;
const browser = await chromium.launch({
  ...(path === null ? {} : { executablePath: path }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.svg'))) {
  const name = basename(file, '.svg');
  const source = readFileSync(join(FOLDER, file)).toString('base64');
  for (const [suffix, side] of sidesOf(name)) {
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(
      `<style>body{margin:0}img{display:block}</style><img src="data:image/svg+xml;base64,${source}" width="${side}" height="${side}">`,
    );
    await page.screenshot({ path: join(FOLDER, `${name}${suffix}.png`), omitBackground: true });
  }
}
await browser.close();
