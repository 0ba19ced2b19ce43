import { expect, talk, test } from './phone-fixture.ts';
import { phoneConfig, type PhonePage } from './phone-page.ts';
import { readRecording } from './recording.ts';
import { launchWithVoice } from './voice-file.ts';

// A browser of its own: its microphones hear somebody who never stops speaking.
test.use({ launchOptions: launchWithVoice() });

const RATE = 8_000;
const PIECE_MS = 10;

/** Stretches of a recording in which nothing is heard, ms, between the first sound and the last. */
function gaps(samples: Int16Array): number[] {
  const size = (RATE * PIECE_MS) / 1_000;
  const loud: number[] = [];
  for (let start = 0; start + size <= samples.length; start += size) {
    const piece = samples.subarray(start, start + size);
    if (piece.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) > 150) loud.push(start / size);
  }
  return loud.slice(1).map((index, before) => (index - (loud[before] ?? 0) - 1) * PIECE_MS);
}

test('speaking while the microphone is off is said; nothing of it is heard', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx, { record: true });
  await phone.order({ kind: 'mute', callId, muted: true });
  await expect.poll(async () => (await phone.last('call-sound'))?.state.warnings).toEqual(['speaking-muted']);
  await phone.pass(1_500);
  await phone.order({ kind: 'mute', callId, muted: false });
  await expect.poll(async () => (await phone.last('call-sound'))?.state.warnings).toEqual([]);
  await phone.pass(1_000);
  await call.hangUp();
  await phone.fact('ended');
  const silences = gaps(await readRecording(call.recording?.agent ?? '')).filter((ms) => ms > 500);
  expect(silences.length, 'one silence: the muted seconds').toBe(1);
  expect(silences[0]).toBeGreaterThan(2_000);
});

/** The fake devices that are not «whatever the system uses», by id. */
const devices = (phone: PhonePage, wanted: 'audioinput' | 'audiooutput'): Promise<string[]> =>
  phone.page.evaluate(
    async (asked) =>
      (await navigator.mediaDevices.enumerateDevices())
        .filter(({ kind, deviceId }) => kind === asked && !['default', 'communications'].includes(deviceId))
        .map(({ deviceId }) => deviceId),
    wanted,
  );
const inputs = (phone: PhonePage) => devices(phone, 'audioinput');

/** The microphone that is open now, with what the browser does to its sound. */
const openNow = (phone: PhonePage) =>
  phone.page.evaluate(() => {
    const live = window.harness.microphones.filter(({ readyState }) => readyState === 'live');
    const { deviceId, echoCancellation, noiseSuppression, autoGainControl } = live.at(-1)?.getSettings() ?? {};
    return { count: live.length, deviceId, processing: [echoCancellation, noiseSuppression, autoGainControl] };
  });

test('microphone and headphones are changed in a call: no gap over 200 ms, echo cancellation stays, so does mute', async ({
  phone,
  pbx,
}) => {
  const { call, callId } = await talk(phone, pbx, { record: true });
  const [first, second] = await inputs(phone);
  const [ear, other] = await devices(phone, 'audiooutput');
  if (!first || !second || !ear || !other) throw new Error('Chromium has fewer than two fake devices of a kind');
  const config = phoneConfig(pbx.wsUrl);
  await phone.pass(1_000);
  await phone.page.evaluate(() => window.harness.playback.interrupted.splice(0));
  const pairs = [
    [first, ear],
    [second, other],
    [null, null],
    [first, ear],
  ] as const;
  for (const [microphone, headphones] of pairs) {
    await phone.order({ kind: 'configure', config: { ...config, microphone, headphones } });
    const expected = { count: 1, processing: [true, true, true], deviceId: microphone ?? 'default' };
    await expect.poll(() => openNow(phone)).toEqual(expected);
    await phone.pass(700);
  }
  // The caller's side: the element that plays it went over to each device without ceasing to play.
  const { interrupted, sinks } = await phone.page.evaluate(() => window.harness.playback);
  test.info().annotations.push({ type: 'headphones changed, ms', description: JSON.stringify(sinks) });
  expect(interrupted).toEqual([]);
  expect(new Set(sinks.map(({ id }) => id))).toEqual(new Set([ear, other, '']));
  await phone.order({ kind: 'mute', callId, muted: true });
  await phone.pass(300);
  await phone.order({ kind: 'configure', config: { ...config, microphone: second } });
  await expect.poll(async () => (await openNow(phone)).deviceId).toBe(second);
  await phone.pass(2_000);
  await call.hangUp();
  await phone.fact('ended');
  const samples = await readRecording(call.recording?.agent ?? '');
  // The voice came through as long as it was let through, whatever changed; from the mute on, nothing.
  const longest = Math.max(...gaps(samples));
  test.info().annotations.push({ type: 'longest gap of 4 changes, ms', description: String(longest) });
  expect(longest).toBeLessThanOrEqual(200);
  const loudest = samples.subarray(-RATE).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest, 'mute outlives the change').toBeLessThan(100);
});

test('another program holds the microphone at the answer: said so; one chosen instead is heard at once, and the first when it is let go', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const [first, second] = await inputs(phone);
  if (!first || !second) throw new Error('Chromium has fewer than two fake microphones');
  await phone.page.evaluate((id) => window.harness.microphonesHeldBut(id), second);
  const call = await pbx.call({ number: '+73432224455' });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  const said = async () => (await phone.last('call-sound'))?.state.warnings;
  await expect.poll(said).toEqual(['microphone-busy']);
  const config = phoneConfig(pbx.wsUrl);
  await phone.order({ kind: 'configure', config: { ...config, microphone: second } });
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: second });
  await expect.poll(said).toEqual([]);
  await phone.order({ kind: 'configure', config: { ...config, microphone: first } });
  await phone.page.evaluate(() => window.harness.microphonesHeldBut(null));
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: first });
  await call.hangUp();
  await phone.fact('ended');
});

test('a headset pulled out in a call: over to the system’s microphone and output; plugged in again, it is back by itself', async ({
  phone,
  pbx,
}) => {
  const { call } = await talk(phone, pbx, { record: true });
  const [, headset = ''] = await inputs(phone);
  const [, ear = ''] = await devices(phone, 'audiooutput');
  const config = { ...phoneConfig(pbx.wsUrl), microphone: headset, headphones: ear };
  const heardOn = () => phone.page.evaluate(() => window.harness.playback.sinks.at(-1)?.id);
  await phone.order({ kind: 'configure', config });
  await expect.poll(async () => (await openNow(phone)).deviceId).toBe(headset);
  await expect.poll(heardOn).toBe(ear);
  await phone.pass(500);
  await phone.page.evaluate(
    ([microphone = '', output = '']) => {
      window.harness.unplug(microphone);
      window.harness.unplug(output);
    },
    [headset, ear],
  );
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: 'default' });
  await expect.poll(heardOn).toBe('');
  await phone.pass(500);
  await phone.page.evaluate(() => window.harness.plugIn());
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: headset });
  await expect.poll(heardOn).toBe(ear);
  await phone.pass(500);
  await phone.soundFlows();
  await call.hangUp();
  await phone.fact('ended');
  const longest = Math.max(...gaps(await readRecording(call.recording?.agent ?? '')));
  test.info().annotations.push({ type: 'longest gap, ms', description: String(longest) });
  expect(longest).toBeLessThanOrEqual(500);
});

test('kept open on shift, the microphone is not asked for again at the answer; it follows a change and a pull of the plug, and closes at the end', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  const [first, headset] = await inputs(phone);
  if (!first || !headset) throw new Error('Chromium has fewer than two fake microphones');
  const config = { ...phoneConfig(pbx.wsUrl), keepMicrophone: true, microphone: headset };
  expect((await openNow(phone)).count, 'off by default').toBe(0);
  await phone.order({ kind: 'configure', config });
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: headset });
  await phone.page.evaluate((id) => window.harness.unplug(id), headset);
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: 'default' });
  await phone.page.evaluate(() => window.harness.plugIn());
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: headset });

  const asked = () => phone.page.evaluate(() => window.harness.microphonesAsked());
  const before = await asked();
  const call = await pbx.call({ number: '+73432224455', record: true });
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  expect(await asked(), 'the call takes a copy of what is open').toBe(before);
  expect(await openNow(phone)).toEqual({ count: 2, deviceId: headset, processing: [true, true, true] });
  await phone.order({ kind: 'configure', config: { ...config, microphone: first } });
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 2, deviceId: first });
  await phone.pass(500);
  // Not ready, and still talking: the call keeps its own.
  await phone.order({ kind: 'configure', config: { ...config, microphone: first, keepMicrophone: false } });
  await expect.poll(() => openNow(phone)).toMatchObject({ count: 1, deviceId: first });
  await phone.pass(500);
  await call.hangUp();
  await phone.fact('ended');
  await expect.poll(async () => (await openNow(phone)).count).toBe(0);
  const longest = Math.max(...gaps(await readRecording(call.recording?.agent ?? '')));
  test.info().annotations.push({ type: 'longest gap, ms', description: String(longest) });
  expect(longest).toBeLessThanOrEqual(500);
});

const steps = async (phone: PhonePage) =>
  Object.fromEntries((await phone.last('link-check'))?.check.steps.map(({ step, result }) => [step, result]) ?? []);

test('«Проверить связь» against the exchange’s echo: every step is found good, and no call was ever told of', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  await phone.order({ kind: 'link-check', on: true });
  await expect.poll(async () => (await phone.last('link-check'))?.check.state, { timeout: 30_000 }).toBe('done');
  const last = await phone.last('link-check');
  test.info().annotations.push({ type: 'steps', description: JSON.stringify(last?.check.steps) });
  expect(last?.check.steps.filter(({ result }) => result !== 'ok')).toEqual([]);
  expect(await phone.all('dialling')).toEqual([]);
  expect(await phone.media(), 'nothing stays open').toEqual([]);
  expect((await openNow(phone)).count).toBe(0);
});

test('«Проверить связь» where there is no echo says so; a call that comes ends the check and rings', async ({
  phone,
  pbx,
}) => {
  const config = phoneConfig(pbx.wsUrl);
  if (config.account) config.account.echo = '*99';
  await phone.start(config);
  await phone.registered();
  await phone.order({ kind: 'link-check', on: true });
  await expect.poll(async () => (await steps(phone)).call).toBe('failed');
  expect(await steps(phone)).toMatchObject({ signalling: 'ok', registration: 'ok', 'sound-back': 'skipped' });

  await phone.order({ kind: 'configure', config: phoneConfig(pbx.wsUrl) });
  await phone.registered();
  await phone.pass(1_000);
  await phone.order({ kind: 'link-check', on: true });
  await expect.poll(async () => (await steps(phone)).call).toBe('ok');
  // Past the queue, which does not ring a phone in use.
  await pbx.ami.action({
    Action: 'Originate',
    Channel: 'PJSIP/101',
    Context: 'user',
    Exten: 'tone',
    Priority: '1',
    Async: 'true',
  });
  const { callId } = await phone.fact('ringing');
  expect((await phone.last('link-check'))?.check.state).toBe('interrupted');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  await phone.fact('ended');
});
