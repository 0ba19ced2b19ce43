import { expect, test } from './phone-fixture.ts';
import { phoneConfig, type PhonePage } from './phone-page.ts';

/** First lines and bodies of what crossed the socket since `from`, in one direction. */
async function messages(phone: PhonePage, way: 'in' | 'out', start: string): Promise<string[]> {
  return (await phone.sip()).filter((one) => one.way === way && one.line.startsWith(start)).map(({ text }) => text);
}

/** The codecs of an SDP's audio, in its order. */
function codecsOf(message = ''): string[] {
  const payloads = /^m=audio \d+ \S+ ([\d ]+)/m.exec(message)?.[1]?.split(' ') ?? [];
  return payloads.map((type) => new RegExp(`^a=rtpmap:${type} (\\S+)`, 'm').exec(message)?.[1] ?? type);
}

test('what the exchange says before anybody answers is heard, and is no answer; offered are opus, then G.711', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl));
  await phone.registered();
  await phone.order({ kind: 'dial', callId: 'a', number: '183' });
  await expect.poll(async () => (await phone.last('progress'))?.stage).toBe('early-media');
  expect(await phone.page.evaluate(() => window.harness.toneHeard(1_004, 1_000))).toBeGreaterThan(0.8);
  expect(await phone.all('answered')).toEqual([]);
  expect(await phone.fact('ended')).toMatchObject({ callId: 'a', cause: 'busy', sipCode: 486 });

  const [offer] = await messages(phone, 'out', 'INVITE');
  expect(codecsOf(offer).slice(0, 3)).toEqual(['opus/48000/2', 'PCMA/8000', 'PCMU/8000']);
  expect(new Set(codecsOf(offer).slice(3))).toEqual(new Set(['telephone-event/48000', 'telephone-event/8000']));
});

test('an exchange that wants provisional answers acknowledged (100rel): PRACK both ways, and sound', async ({
  phone,
  pbx,
}) => {
  await phone.start(phoneConfig(pbx.wsUrl, '103'));
  await phone.registered();
  await pbx.ring('103');
  const { callId } = await phone.fact('ringing');
  await expect.poll(async () => (await messages(phone, 'in', 'PRACK')).length).toBe(1);
  const [ringing] = await messages(phone, 'out', 'SIP/2.0 180');
  expect(ringing).toMatch(/^Require: 100rel\r\n(?:.*\r\n)*RSeq: \d+/m);
  expect(codecsOf(ringing)[0], 'the answer goes along').toBe('opus/48000/2');
  expect(await phone.page.evaluate(() => window.harness.openMicrophones()), 'no microphone while it rings').toBe(0);
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  await phone.order({ kind: 'hold', callId, held: true });
  expect(await phone.fact('held')).toMatchObject({ held: true });
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  expect(await phone.fact('ended')).toMatchObject({ cause: 'local' });

  await phone.order({ kind: 'dial', callId: 'out', number: '2224455' });
  await phone.fact('answered', 2);
  expect((await messages(phone, 'out', 'PRACK')).length).toBeGreaterThan(0);
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId: 'out', reason: 'consultant' });
  await phone.fact('ended', 2);

  // Given up while it rings, and refused at once.
  await pbx.ring('103');
  const third = await phone.fact('ringing', 2);
  await phone.order({ kind: 'decline', callId: third.callId, sipCode: 486 });
  expect(await phone.fact('ended', 3)).toMatchObject({ callId: third.callId, cause: 'declined' });
  await expect.poll(() => pbx.channels()).toEqual([]);
  expect(await phone.media(), 'nothing stays open').toEqual([]);
});

test('an exchange that has G.711 only: calls both ways with sound', async ({ phone, pbx }) => {
  await phone.start(phoneConfig(pbx.wsUrl, '104'));
  await phone.registered();
  await pbx.ring('104');
  const { callId } = await phone.fact('ringing');
  await phone.order({ kind: 'answer', callId });
  await phone.fact('answered');
  await phone.soundFlows();
  expect(await phone.page.evaluate(() => window.harness.toneHeard(1_004, 1_000))).toBeGreaterThan(0.8);
  await phone.order({ kind: 'hang-up', callId, reason: 'consultant' });
  expect(await phone.fact('ended')).toMatchObject({ media: { codec: 'PCMA' } });

  await phone.order({ kind: 'dial', callId: 'out', number: '2224455' });
  await phone.fact('answered', 2);
  await phone.soundFlows();
  await phone.order({ kind: 'hang-up', callId: 'out', reason: 'consultant' });
  expect(await phone.fact('ended', 2)).toMatchObject({ media: { codec: 'PCMA' } });
});
