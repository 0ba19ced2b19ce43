import { expect, talk, test as withPhone } from './phone-fixture.ts';
import { PhonePage, phoneConfig } from './phone-page.ts';
import { readRecording } from './recording.ts';

const CARRIED = { id: 'consultation-7', n: 173, elapsedMs: 187_000 };
const USER = '+73432224455';

/** A colleague's phone, registered as 102, beside the consultant's. */
const test = withPhone.extend<{ colleague: PhonePage }>({
  colleague: async ({ context, pbx }, use) => {
    const colleague = await PhonePage.open(await context.newPage());
    await colleague.start(phoneConfig(pbx.wsUrl, '102'));
    await colleague.registered();
    // The queue rings the consultant alone.
    await pbx.cli('queue pause member PJSIP/102 queue line');
    await use(colleague);
    await pbx.cli('queue unpause member PJSIP/102 queue line');
    await colleague.close();
  },
});

/** The consultant asks the colleague about the user; the colleague has answered. */
async function consulting(phone: PhonePage, callId: string, colleague: PhonePage) {
  await phone.order({ kind: 'consult', callId: 'leg', besideId: callId, number: '102', carried: CARRIED });
  const ringing = await colleague.fact('ringing');
  await colleague.order({ kind: 'answer', callId: ringing.callId });
  await phone.fact('answered', 2);
  return ringing;
}

test('blind: the colleague rings with what goes along, the user talks to them, our call ends as transferred', async ({
  phone,
  pbx,
  colleague,
}) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.order({ kind: 'transfer', callId, number: '102', carried: CARRIED });
  const ringing = await colleague.fact('ringing');
  expect(ringing).toMatchObject({ number: USER, carried: CARRIED });
  await colleague.order({ kind: 'answer', callId: ringing.callId });
  await colleague.soundFlows();
  expect(await phone.fact('ended')).toMatchObject({ callId, cause: 'transferred' });
  expect(await phone.media(), 'nothing stays open').toEqual([]);
  await call.hangUp();
  expect((await colleague.fact('ended')).cause).toBe('remote');
});

test('blind, and the colleague declines: the user comes back to us with the time used', async ({
  phone,
  pbx,
  colleague,
}) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.order({ kind: 'transfer', callId, number: '102', carried: CARRIED });
  const { callId: theirs } = await colleague.fact('ringing');
  await colleague.order({ kind: 'decline', callId: theirs, sipCode: 486 });
  const back = await phone.fact('ringing', 2);
  expect(back).toMatchObject({ number: USER, carried: CARRIED });
  expect(await phone.fact('ended')).toMatchObject({ callId, cause: 'transferred' });
  await phone.order({ kind: 'answer', callId: back.callId });
  await phone.soundFlows();
  await call.hangUp();
  await phone.fact('ended', 2);
});

test('blind to nothing a PBX could call, or to where it may not: told, and the call goes on', async ({
  phone,
  pbx,
}) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.order({ kind: 'transfer', callId, number: '()', carried: null });
  expect(await phone.fact('transfer-failed')).toMatchObject({ callId, sipCode: 484 });
  await phone.order({ kind: 'transfer', callId, number: 'nobody', carried: null });
  expect((await phone.fact('transfer-failed', 2)).sipCode).toBeGreaterThanOrEqual(400);
  await phone.soundFlows();
  await call.hangUp();
  expect((await phone.fact('ended')).cause).toBe('remote');
});

test('attended: the user is held, the colleague asked, both swapped, then connected', async ({
  phone,
  pbx,
  colleague,
}) => {
  const { call, callId } = await talk(phone, pbx);
  const { carried } = await consulting(phone, callId, colleague);
  expect(carried).toEqual(CARRIED);
  expect(await phone.fact('held')).toMatchObject({ callId, held: true });
  await colleague.soundFlows();

  // Two dialogs: under load the exchange may agree to the second change first, so each is waited for.
  await phone.order({ kind: 'hold', callId: 'leg', held: true });
  await phone.fact('held', 2);
  await phone.order({ kind: 'hold', callId, held: false });
  await phone.fact('held', 3);
  expect((await phone.all('held')).map(({ callId: id, held }) => `${id === callId ? 'user' : id} ${held}`)).toEqual([
    'user true',
    'leg true',
    'user false',
  ]);
  await phone.soundFlows();

  await phone.order({ kind: 'connect', callId, withCallId: 'leg' });
  await phone.fact('ended', 2);
  expect((await phone.all('ended')).map(({ cause }) => cause)).toEqual(['transferred', 'transferred']);
  await colleague.soundFlows();
  expect(await phone.media(), 'nothing stays open').toEqual([]);
  await call.hangUp();
  expect((await colleague.fact('ended')).cause).toBe('remote');
});

test('attended, given up or refused: the user was never let go of', async ({ phone, pbx, colleague }) => {
  const { call, callId } = await talk(phone, pbx);
  await phone.order({ kind: 'consult', callId: 'leg', besideId: callId, number: '102', carried: null });
  const { callId: theirs } = await colleague.fact('ringing');
  await colleague.order({ kind: 'decline', callId: theirs, sipCode: 486 });
  expect(await phone.fact('ended')).toMatchObject({ callId: 'leg', cause: 'busy' });
  await phone.order({ kind: 'consult', callId: 'leg2', besideId: callId, number: '102', carried: null });
  await colleague.fact('ringing', 2);
  await phone.order({ kind: 'hang-up', callId: 'leg2', reason: 'consultant' });
  expect(await phone.fact('ended', 2)).toMatchObject({ callId: 'leg2', cause: 'local' });
  await phone.order({ kind: 'hold', callId, held: false });
  await phone.soundFlows();
  await call.hangUp();
  expect(await phone.fact('ended', 3)).toMatchObject({ callId, cause: 'remote' });
});

test('a conference of three: user and colleague hear each other while we are silent; the colleague goes, the user stays', async ({
  phone,
  pbx,
  colleague,
}) => {
  const { call, callId } = await talk(phone, pbx, { record: true });
  await consulting(phone, callId, colleague);
  for (const id of [callId, 'leg']) await phone.order({ kind: 'mute', callId: id, muted: true });
  const heardByColleague = async () => (await colleague.media())[0]?.level ?? NaN;
  await expect.poll(heardByColleague, 'we are muted, the user is held').toBeLessThan(0.01);

  await phone.order({ kind: 'hold', callId, held: false });
  await phone.fact('held', 2);
  await phone.order({ kind: 'join', callId, withCallId: 'leg', joined: true });
  expect(await phone.fact('joined')).toMatchObject({ joined: true });
  await expect.poll(heardByColleague, 'the user hums').toBeGreaterThan(0.05);
  const samples = await readRecording(call.recording?.agent ?? '').catch(() => new Int16Array());
  await expect
    .poll(async () => loudest((await readRecording(call.recording?.agent ?? '')).subarray(samples.length + 4_000)))
    .toBeGreaterThan(1_000);

  await phone.order({ kind: 'hang-up', callId: 'leg', reason: 'consultant' });
  await phone.fact('ended');
  await phone.order({ kind: 'mute', callId, muted: false });
  await phone.soundFlows();
  await call.hangUp();
});

test('digits reach the exchange while the user is held', async ({ phone, pbx }) => {
  const { call, callId } = await talk(phone, pbx);
  const before = pbx.digitsFrom('101').length;
  await phone.order({ kind: 'hold', callId, held: true });
  await phone.fact('held');
  await phone.order({ kind: 'dtmf', callId, tones: '42#' });
  await expect.poll(() => pbx.digitsFrom('101').slice(before)).toBe('42#');
  await call.hangUp();
});

const loudest = (samples: Int16Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
