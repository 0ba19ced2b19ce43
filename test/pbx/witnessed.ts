import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CallTimes } from './witness.ts';

/** Puts the witness (`witness.ts`) into every page of a context, before the pages' own scripts. */
export async function witness(context: BrowserContext): Promise<void> {
  const entryPoints = [join(import.meta.dirname, 'witness.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, minify: true, format: 'iife', write: false });
  await context.addInitScript(outputFiles[0]?.text ?? '');
}

/** Resolves when the page's phone is registered; ms from the start of its loading. */
export async function registeredAfter(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.witness.registeredAt);
  return (await handle.jsonValue()) ?? NaN;
}

/** How many calls have rung in the page. */
export function callCount(page: Page): Promise<number> {
  return page.evaluate(() => window.witness.calls.length);
}

/** The times of the page's last call. Throws when there was none. */
export async function lastCall(page: Page): Promise<CallTimes> {
  const times = await page.evaluate(() => window.witness.calls.at(-1));
  if (times === undefined) throw new Error('the page has had no call');
  return times;
}

/** Sound packets of the page's last call so far, from getStats. */
export function packets(page: Page): Promise<{ sent: number; received: number }> {
  return page.evaluate(() => window.witness.packets());
}

/** Sound goes both ways, now. */
export async function soundFlows(page: Page): Promise<void> {
  const before = await packets(page);
  await expect
    .poll(async () => {
      const { sent, received } = await packets(page);
      return sent > before.sent + 20 && received > before.received + 20;
    })
    .toBe(true);
}
