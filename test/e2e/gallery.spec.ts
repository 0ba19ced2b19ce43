import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { STATES } from '../gallery/states/index.ts';
import { MINI_STATES } from '../gallery/states/mini.ts';
import { MONITOR_STATES } from '../gallery/states/monitor.ts';
import { ROOT } from '../provision/lab.ts';
import { cutOff, openState, outOfSight, overflow, russianLeft, showIn, VIEWS } from '../gallery/views.ts';

/**
 * Every state of the screens: what none may have. Overflow, errors, barriers, controls cut off when zoomed to 150 and 200 %, a timer or an end button
 * scrolled away or covered, Russian left on an English console. Pictures of them all: `node test/gallery/look.ts`.
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
      expect(await outOfSight(page), `${view.name}: what a call needs is in sight`).toEqual([]);
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

/** Rings, talks with a second call waiting, is over by the limit, is unclosed, was killed, waits for an extension. */
const LISTED = ['idle-unclosed', 'ringing', 'second-open-event', 'limit', 'interrupted', 'waiting-extension'];
/** Fields; what opens a list of actions that are named one by one; what belongs to one row of a list; «Взять событие: …» is «Следующее событие». */
const NOT_LISTED =
  /^(Действия|Клавиатура|Карточка|Перезвонить \+|Открыть обращение |Все события|Позвонить$|Взять событие: )/;

test('«?» and «Ctrl+K» name what every button of the workplace does', async ({ page }) => {
  for (const state of LISTED) {
    await page.goto(gallery.url(state));
    const main = page.getByRole('main');
    await main.waitFor();
    const names = await main.getByRole('button').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const copy = button.cloneNode(true);
        if (!(copy instanceof HTMLElement) || !button.checkVisibility()) return [];
        copy.querySelectorAll('[aria-hidden="true"], kbd').forEach((one) => one.remove());
        return [(button.getAttribute('aria-label') ?? copy.textContent ?? '').trim()];
      }),
    );
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Что можно сделать сейчас' });
    const listed = await help.getByRole('listitem').getByRole('button').locator('span:first-child').allInnerTexts();
    const missing = names.filter(
      (name) => !NOT_LISTED.test(name) && !listed.some((title) => title.startsWith(name) || name.startsWith(title)),
    );
    expect(missing, state).toEqual([]);
    expect(names.length, state).toBeGreaterThan(2);
  }

  const choose = async (state: string, title: string) => {
    await page.goto(gallery.url(state));
    await page.getByRole('main').waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).click();
  };
  await choose('idle-unclosed', 'Выгрузить');
  await expect(page.getByRole('menuitem', { name: 'Таблица CSV' })).toBeVisible();
  await choose('limit', 'Продолжение');
  await expect(page.getByRole('textbox', { name: 'Номер прежнего обращения' })).toBeFocused();
  await choose('interrupted', 'Не смог назвать');
  await expect(page.getByRole('main').getByRole('button', { name: 'Не смог назвать', pressed: true })).toBeVisible();
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
