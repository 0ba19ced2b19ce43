import type { SoundState } from '../../shared/contract/call-sound.ts';
import { expect, talk, test } from './phone-fixture.ts';
import { phoneConfig, type PhonePage } from './phone-page.ts';

/** What must be said about the sound now, as the desk was told last. */
const said = async (phone: PhonePage): Promise<SoundState['warnings']> =>
  (await phone.last('call-sound'))?.state.warnings ?? [];

test('a good call: nothing to say, and its figures are in the end', async ({ phone, pbx }) => {
  const { call } = await talk(phone, pbx);
  await phone.pass(7_000);
  expect(await phone.all('call-sound')).toEqual([]);
  await call.hangUp();
  const { media } = await phone.fact('ended');
  test.info().annotations.push({ type: 'figures', description: JSON.stringify(media) });
  // A busy machine plays some packets late; on the way none is lost.
  expect(media?.packetsLost).toBe(0);
  expect(media?.quality?.averageMos).toBeGreaterThan(3.6);
  expect(media?.quality?.lossPercent).toBeLessThan(10);
});

test('a caller of whom nothing comes is said, not on hold', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const call = await pbx.call({ number: '+73432224455', tone: false });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await expect.poll(() => said(phone), { timeout: 20_000 }).toEqual(['nothing-heard']);
  await phone.order({ kind: 'hold', callId, held: true });
  await expect.poll(() => said(phone)).toEqual([]);
  await call.hangUp();
  await phone.fact('ended');
});

test('the microphone: muted at the headset, and silent', async ({ phone, pbx }) => {
  const { call } = await talk(phone, pbx);
  const setTrack = (over: { muted?: boolean; readyState?: 'ended' }) =>
    phone.page.evaluate((given) => {
      const track = window.harness.microphones.at(-1);
      if (!track) throw new Error('no microphone');
      for (const [name, value] of Object.entries(given))
        Object.defineProperty(track, name, { value, configurable: true });
    }, over);
  await setTrack({ muted: true });
  await expect.poll(() => said(phone)).toEqual(['headset-muted']);
  await setTrack({ muted: false });
  await expect.poll(() => said(phone)).toEqual([]);

  // A track that gives zeros: what a headset switched off in itself gives.
  await phone.page.evaluate(() => window.harness.microphones.forEach((track) => (track.enabled = false)));
  await expect.poll(() => said(phone)).toEqual(['nothing-sent']);
  await call.hangUp();
  await phone.fact('ended');
});
