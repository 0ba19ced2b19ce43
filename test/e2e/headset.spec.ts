import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { expect, test } from './console-fixture.ts';
import type {} from './headset-page.ts';

test.beforeEach(async ({ page }) => {
  const entryPoints = [join(import.meta.dirname, 'headset-page.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', target: 'chrome108', write: false });
  await page.addInitScript(outputFiles[0]?.text ?? '');
});

const lamps = (page: Page) => page.evaluate(() => window.headset.lamps[0]);

test('a call by the buttons of a headset: it lights, answers, mutes and hangs up', async ({ consultant }) => {
  const { page } = consultant;
  await consultant.button('Позвонить мне сейчас').click();
  await expect(consultant.button('Ответить')).toBeVisible();
  await expect.poll(() => lamps(page), 'ring').toBe(4);
  await page.evaluate(() => window.headset.pressCall());
  await expect(consultant.timer).toBeVisible();
  await expect.poll(() => lamps(page), 'off-hook').toBe(1);
  await page.evaluate(() => window.headset.press('mute'));
  await expect(consultant.button('Включить микрофон')).toBeVisible();
  await expect.poll(() => lamps(page), 'off-hook and mute').toBe(3);
  await consultant.button('Включить микрофон').click();
  await expect.poll(() => lamps(page)).toBe(1);
  await page.evaluate(() => window.headset.press('flash'));
  await expect(consultant.button('Снять с удержания')).toBeVisible();
  await page.evaluate(() => window.headset.press('flash'));
  await expect(consultant.button('На удержание')).toBeVisible();
  // No finger is so quick: what comes within 400 ms of the hook's light is taken for its echo.
  await page.waitForTimeout(500);
  await page.evaluate(() => window.headset.pressCall());
  await expect(consultant.state('Оформление')).toBeVisible();
  await expect.poll(() => lamps(page)).toBe(0);
  await consultant.go('Настройки');
  await expect(page.getByText('Работают: Jabra Evolve2 65 (simulated).')).toBeVisible();
});
