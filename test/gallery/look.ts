/**
 * `node test/gallery/look.ts [PART]`: pictures of every state of every screen (whose name has PART in it) in every view, in test/out/gallery,
 * to be looked at; index.html there shows them side by side. Says what is wider than its window, cut off, out of sight in a call, or left in Russian in English.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../provision/chromium-launch.ts';
import { ROOT } from '../provision/lab.ts';
import { serveGallery } from './serve.ts';
import { STATES } from './states/index.ts';
import { MONITOR_STATES } from './states/monitor.ts';
import { cutOff, openState, outOfSight, overflow, russianLeft, showIn, VIEWS } from './views.ts';

const part = process.argv[2] ?? '';
const out = join(ROOT, 'test/out/gallery');
mkdirSync(out, { recursive: true });
const names = [...Object.keys(STATES), ...Object.keys(MONITOR_STATES)].filter((name) =>
  part.split(',').some((one) => name.includes(one)),
);
const gallery = await serveGallery();
const browser = await chromium.launch(chromiumLaunch());
try {
  const page = await browser.newPage({ locale: 'ru-RU', timezoneId: 'Europe/Moscow', reducedMotion: 'reduce' });
  for (const name of names) {
    await openState(page, gallery.url(name), STATES[name]);
    for (const view of VIEWS) {
      await showIn(page, view, STATES[name]?.scrollTo);
      await page.screenshot({ path: join(out, `${name}-${view.name}.png`) });
      const { right, below } = await overflow(page);
      const cut = view.name.startsWith('zoom') ? await cutOff(page) : [];
      const unseen = await outOfSight(page);
      if (right > 0 || below > 0 || cut.length > 0 || unseen.length > 0)
        console.log(name, view.name, { right, below, cut, unseen });
    }
    await page.evaluate(() => window.gallery.speak('en'));
    await page.locator('html[lang="en"]').waitFor();
    const left = await russianLeft(page);
    if (left.length > 0) console.log(name, 'in English:', left);
  }
} finally {
  await browser.close();
  await gallery.close();
}
const pictures = names.flatMap((name) => VIEWS.map((view) => `${name}-${view.name}.png`));
writeFileSync(
  join(out, 'index.html'),
  pictures.map((file) => `<figure><img src="${file}" width="400"><figcaption>${file}</figcaption></figure>`).join('\n'),
);
