import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { LAB_FILE, lab } from './test/provision/lab.ts';

const chromium = existsSync(LAB_FILE) ? lab().chromium.path : null;

/** Calls without hardware, no traffic but the loopback, no sandbox for root (Chromium refuses it there). */
const args = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default defineConfig({
  // One call needs its timing: two browsers at once on two cores would share it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: process.env.LINE15_REPORT ?? 'test/out/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(chromium === null ? {} : { executablePath: chromium }) },
  },
  projects: [
    {
      name: 'chromium',
      testDir: 'test/e2e',
      testIgnore: join(import.meta.dirname, 'test/e2e/electron/**'),
      outputDir: 'test/out/playwright/chromium',
    },
    { name: 'electron', testDir: 'test/e2e/electron', outputDir: 'test/out/playwright/electron' },
    { name: 'pbx', testDir: 'test/pbx', outputDir: 'test/out/playwright/pbx' },
  ],
});
