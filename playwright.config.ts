import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunch } from './test/provision/chromium-launch.ts';

const GALLERY = join(import.meta.dirname, 'test/e2e/gallery.spec.ts');

export default defineConfig({
  // One call needs its timing: two browsers at once on two cores would share it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  // Real calls in real time on a shared machine: CI tries once more, and the summary names whatever needed it.
  retries: process.env.CI === 'true' ? 1 : 0,
  // Room for a machine that others use too; what is asked within a time says so itself.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: process.env.LINE15_REPORT ?? 'test/out/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch(),
  },
  projects: [
    {
      name: 'chromium',
      testDir: 'test/e2e',
      testIgnore: [join(import.meta.dirname, 'test/e2e/electron/**'), GALLERY],
      outputDir: 'test/out/playwright/chromium',
    },
    // Pictures wait for nobody's clock: `--workers` may be as many as there are cores.
    {
      name: 'gallery',
      testDir: 'test/e2e',
      testMatch: GALLERY,
      fullyParallel: true,
      outputDir: 'test/out/playwright/gallery',
    },
    { name: 'electron', testDir: 'test/e2e/electron', outputDir: 'test/out/playwright/electron' },
    { name: 'pbx', testDir: 'test/pbx', outputDir: 'test/out/playwright/pbx' },
  ],
});
