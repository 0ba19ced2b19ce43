import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { STATES } from '../gallery/states/index.ts';
import { MINI_STATES } from '../gallery/states/mini.ts';
import { MONITOR_STATES } from '../gallery/states/monitor.ts';
import { ROOT } from '../provision/lab.ts';
import { cutOff, openState, overflow, russianLeft, showIn, VIEWS } from '../gallery/views.ts';

/**
 * Every state of the screens: what none may have. Overflow, errors, barriers, controls cut off when zoomed to 150 and 200 %, Russian left on an
 * English console. Pictures of them all: `node test/gallery/look.ts`.
 */
let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

for (const state of [...Object.keys(STATES), ...Object.keys(MONITOR_STATES)]) {
  test(`${state}: light, dark, narrow, zoomed and in English`, async ({ page }) => {
    const problems = listen(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await openState(page, gallery.url(state), STATES[state]);
    for (const view of VIEWS) {
      await showIn(page, view, STATES[state]?.scrollTo);
      const { right, below } = await overflow(page);
      expect(Math.max(right, below), `${view.name}: nothing is larger than the window`).toBeLessThanOrEqual(0);
      if (view.name.startsWith('zoom')) expect(await cutOff(page), `${view.name}: nothing is cut off`).toEqual([]);
      if (view.name === 'light' || view.name === 'dark') expect(await barriers(page), view.name).toEqual([]);
    }
    await inEnglish(page, state);
    expect(problems).toEqual([]);
  });
}

test('the mini window in every state: light and dark, everything inside its frame', async ({ page }) => {
  test.slow();
  const problems = listen(page);
  // As large as electron/main/mini-window.ts makes it.
  await page.setViewportSize({ width: 500, height: 128 });
  for (const state of Object.keys(MINI_STATES)) {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      if (scheme === 'light') await page.goto(gallery.url(state));
      const main = page.getByRole('main', { name: 'Мини-окно' });
      await expect(main).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await page.screenshot({ path: join(ROOT, 'test/out/gallery', `${state}-${scheme}.png`) });
      const over = (one: Element) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
      expect(await main.evaluate(over), `${state}, ${scheme}`).toEqual([0, 0]);
    }
    expect(await barriers(page), state).toEqual([]);
    await inEnglish(page, state);
  }
  expect(problems).toEqual([]);
});

/** The page switched to English has no Russian word of its own. */
async function inEnglish(page: Page, state: string): Promise<void> {
  await page.evaluate(() => window.gallery.speak('en'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => russianLeft(page), `${state}: nothing is left in Russian`).toEqual([]);
}

/** Errors the page tells its console, and those nobody caught. */
function listen(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}

/** What axe calls serious or critical. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}
