import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { STATES } from '../gallery/states/index.ts';
import { MINI_STATES } from '../gallery/states/mini.ts';
import { MONITOR_STATES } from '../gallery/states/monitor.ts';
import { ROOT } from '../provision/lab.ts';

/** Every state of the screens as a picture in test/out/gallery, and what no picture may have: overflow, errors, barriers. */
const VIEWS = [
  { name: 'light', scheme: 'light', width: 1280, height: 720 },
  { name: 'dark', scheme: 'dark', width: 1280, height: 720 },
  { name: 'narrow', scheme: 'light', width: 900, height: 720 },
] as const;

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

for (const state of [...Object.keys(STATES), ...Object.keys(MONITOR_STATES)]) {
  test(`${state}: light, dark and narrow`, async ({ page }) => {
    const problems = listen(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(gallery.url(state));
    await expect(page.locator('main')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const typed = STATES[state]?.typed;
    if (typed !== undefined) {
      await page.getByRole('textbox', { name: 'Набрать номер' }).fill(typed);
      await expect(page.getByText(/^возможно/)).toBeVisible();
    }
    const part = STATES[state]?.scrollTo;
    for (const view of VIEWS) {
      await page.emulateMedia({ colorScheme: view.scheme });
      await page.setViewportSize({ width: view.width, height: view.height });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', view.scheme);
      if (part !== undefined)
        await page.getByRole('region', { name: part, exact: true }).evaluate((one) => one.scrollIntoView());
      await page.screenshot({ path: join(ROOT, 'test/out/gallery', `${state}-${view.name}.png`) });
      expect(await overflow(page), `${view.name}: nothing is wider than the window`).toBeLessThanOrEqual(0);
      if (view.name !== 'narrow') expect(await barriers(page), view.name).toEqual([]);
    }
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
  }
  expect(problems).toEqual([]);
});

/** Errors the page tells its console, and those nobody caught. */
function listen(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  return problems;
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe calls serious or critical. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}
