import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type {} from './bare-phone.ts';
import { expect, test } from './fixture.ts';
import { portOf } from './ports.ts';
import { readRecording, toneSpans } from './recording.ts';
import type { Span } from './recording.ts';

/**
 * A blank page of the loopback with the bare phone in it. Really served, not by `page.route`: only then does Chromium
 * take it for a page of this machine, which may talk to the exchange here and use a microphone.
 */
async function openBarePhone(page: Page): Promise<void> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'bare-phone.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const server = createServer((_request, response) => response.end('<!doctype html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${portOf(server)}/`);
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  server.close();
  server.closeAllConnections();
}

test('a bare phone registers with its password and not with another', async ({ page, pbx }) => {
  await openBarePhone(page);
  const wrong = await page.evaluate((url) => window.phone.register(url, '102', 'wrong'), pbx.wsUrl);
  expect(wrong).toBe('401');
  expect(await pbx.isRegistered('102')).toBe(false);

  const right = await page.evaluate((url) => window.phone.register(url, '102', 'secret-102'), pbx.wsUrl);
  expect(right).toBe('Registered');
  expect(await pbx.isRegistered('102')).toBe(true);
});

test('a bare phone takes a queue call: name, sound both ways, digits, the user hangs up', async ({ page, pbx }) => {
  await openBarePhone(page);
  await page.evaluate((url) => window.phone.register(url, '101', 'secret-101'), pbx.wsUrl);
  const call = await pbx.call({ number: '+73432224455', name: 'Иванова Анна', record: true });

  await expect
    .poll(() => page.evaluate(() => window.phone.ringing()))
    .toEqual({ name: 'Иванова Анна', number: '+73432224455' });
  await page.evaluate(() => window.phone.answer());
  await expect.poll(async () => (await page.evaluate(() => window.phone.packets())).received).toBeGreaterThan(50);
  expect((await page.evaluate(() => window.phone.packets())).sent).toBeGreaterThan(20);

  for (const digit of '42#') {
    await page.evaluate((tone) => window.phone.sendDigit(tone), digit);
    await expect.poll(() => pbx.digitsFrom('101')).toContain(digit);
  }
  expect(pbx.digitsFrom('101')).toBe('42#');

  await call.hangUp();
  expect((await call.ended()).Cause).toBe('16');
  await expect.poll(() => page.evaluate(() => window.phone.state())).toBe('Terminated');
  expect(await pbx.channels()).toEqual([]);

  const { user, agent } = call.recording ?? { user: '', agent: '' };
  const heard = async (file: string) => toneSpans(await readRecording(file), 1004);
  await expect.poll(async () => lengthMs(await heard(user))).toBeGreaterThan(500);
  expect(lengthMs(await heard(agent)), 'the far side’s hum is on its own side only').toBeLessThan(200);
});

function lengthMs(spans: Span[]): number {
  return spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

test('an exchange killed without a word comes back on the same ports', async ({ page, pbx }) => {
  await openBarePhone(page);
  const { wsUrl } = pbx;
  await pbx.kill();
  expect(pbx.running).toBe(false);
  await pbx.boot();
  expect(pbx.wsUrl).toBe(wsUrl);
  expect(await page.evaluate((url) => window.phone.register(url, '101', 'secret-101'), pbx.wsUrl)).toBe('Registered');
});
