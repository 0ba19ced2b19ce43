import type { Page } from '@playwright/test';
import { expect, test } from './phone-fixture.ts';
import { phoneConfig } from './phone-page.ts';

declare global {
  interface Window {
    /** Audio elements the page has made. */
    sounds: HTMLAudioElement[];
  }
}

/** What is open in the page: peer connections, microphones, and elements that play. */
const open = (page: Page) =>
  page.evaluate(async () => ({
    peers: (await window.harness.media()).length,
    microphones: window.harness.openMicrophones(),
    everOpened: window.harness.microphones.length,
    playing: window.sounds.filter(({ paused, srcObject }) => !paused || srcObject !== null).length,
  }));

test('a call that is not answered leaves nothing open: given up by the caller, declined', async ({ phone, pbx }) => {
  const { page } = phone;
  await page.addInitScript(() => {
    window.sounds = [];
    window.Audio = class extends Audio {
      constructor(source?: string) {
        super(source);
        window.sounds.push(this);
      }
    };
  });
  await page.reload();
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  // The permission was asked for once, at the registration: a microphone that was let go at once.
  await expect.poll(async () => (await open(page)).microphones).toBe(0);
  const { everOpened } = await open(page);

  const first = await pbx.call({ number: '+73432224455' });
  await phone.fact('ringing');
  await expect.poll(async () => (await open(page)).playing, 'it rings').toBeGreaterThan(0);
  await expect.poll(async () => (await open(page)).peers, 'its answer is ready').toBe(1);
  expect(await open(page), 'the microphone is not touched').toMatchObject({ microphones: 0, everOpened });
  await first.hangUp();
  await phone.fact('ended');
  const nothing = { peers: 0, microphones: 0, everOpened, playing: 0 };
  await expect.poll(() => open(page)).toEqual(nothing);

  const second = await pbx.call({ number: '+73432224455' });
  const { callId } = await phone.fact('ringing', 2);
  await phone.order({ kind: 'decline', callId, sipCode: 486 });
  await phone.fact('ended', 2);
  await expect.poll(() => open(page)).toEqual(nothing);
  await second.hangUp();
});
