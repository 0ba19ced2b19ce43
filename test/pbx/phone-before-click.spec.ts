import { lab } from '../provision/lab.ts';
import { expect, test } from './fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';

const { path } = lab().chromium;

// A browser that plays nothing before the first click, as people have it.
test.use({
  launchOptions: {
    ...(path === null ? {} : { executablePath: path }),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

test('before the first click the phone says that it cannot be heard; after it, it can', async ({ page, pbx }) => {
  const phone = await PhonePage.open(page);
  // Started by the page itself: what a test evaluates counts as a click.
  await page.addInitScript(
    (config) => document.addEventListener('DOMContentLoaded', () => window.harness.start(config)),
    phoneConfig(pbx.wsUrl),
  );
  await page.reload();
  await expect.poll(() => pbx.isRegistered('101')).toBe(true);
  const call = await pbx.call({ number: '+73432224455' });
  await expect
    .poll(async () =>
      (await pbx.channels()).some(({ name, state }) => name.startsWith('PJSIP/101') && state === 'Ringing'),
    )
    .toBe(true);
  await page.mouse.click(100, 100);
  await expect.poll(async () => (await phone.all('sound')).map(({ allowed }) => allowed)).toEqual([false, true]);

  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.soundFlows();
  await call.hangUp();
  await phone.fact('ended');
  await phone.close();
});
