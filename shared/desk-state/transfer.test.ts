import { expect, test } from 'vitest';
import { reducerDesk } from './reducer-lab.ts';

const MINUTE = 60_000;
const BORIS = { callId: 'c1', number: '102', name: 'Орлов Борис' };

function talking(minutes = 3) {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(minutes * MINUTE);
  desk.effects.splice(0);
  return desk;
}

/** The user is held, Boris has answered. */
function consulting() {
  const desk = talking();
  desk.happen({ kind: 'consult', ...BORIS });
  const callId = desk.state.transfer?.leg?.id ?? '';
  desk.fact({ kind: 'held', callId: 'c1', held: true, agoMs: 0 });
  desk.answered(callId);
  return { desk, legId: callId };
}
const lines = (desk: ReturnType<typeof reducerDesk>) =>
  desk.written('story').map(({ line }) => `${line.what} ${line.text}`.trim());

test('4.1 blind: the time used goes along, the consultation ends as transferred and is wrapped up', () => {
  const desk = talking();
  const limitAt = desk.state.consultation?.clock?.limitAt;
  desk.happen({ kind: 'transfer', ...BORIS });
  const carried = { id: 'c1', n: desk.state.consultation?.n, elapsedMs: 3 * MINUTE };
  expect(desk.orders()).toEqual([{ kind: 'transfer', callId: 'c1', number: '102', carried }]);
  expect(desk.state.consultation?.clock?.limitAt, 'the clock runs on').toBe(limitAt);
  desk.ended('c1', 'transferred');
  expect(desk.state).toMatchObject({
    transfer: null,
    call: null,
    consultation: { phase: 'wrap-up', endReason: 'transferred', continuableUntil: null },
  });
  expect(lines(desk)).toEqual(['transferred Орлов Борис, 102', 'ended transferred']);
});

test('granted minutes do not go along: what is left for the colleague is what the limit leaves', () => {
  const desk = talking();
  desk.happen({
    kind: 'grant',
    consultationId: 'c1',
    grant: { id: 'g', minutes: 2, reason: 'x', by: 'y', at: desk.now },
  });
  desk.happen({ kind: 'transfer', ...BORIS });
  expect(desk.orders().at(-1)).toMatchObject({ carried: { elapsedMs: MINUTE } });
});

test('refused: the call goes on as it was, and it can be tried again', () => {
  const desk = talking();
  desk.happen({ kind: 'transfer', ...BORIS });
  expect(desk.happen({ kind: 'transfer', ...BORIS }).refusal?.code).toBe('transfer-runs');
  desk.fact({ kind: 'transfer-failed', callId: 'c1', sipCode: 404, agoMs: 0 });
  expect(desk.state).toMatchObject({
    transfer: { step: 'refused', end: { sipCode: 404 } },
    consultation: { phase: 'talking' },
  });
  expect(lines(desk)).toEqual(['transfer-failed Орлов Борис, 102 · 404']);
  expect(desk.happen({ kind: 'transfer', ...BORIS }).refusal).toBeNull();
});

test('4.1 nobody took the user: they come back into the same consultation, whose time has run on', () => {
  const desk = talking();
  const limitAt = desk.state.consultation?.clock?.limitAt;
  const carried = { id: 'c1', n: 1, elapsedMs: 3 * MINUTE };
  desk.happen({ kind: 'transfer', ...BORIS });
  desk.pass(MINUTE);
  desk.fact({
    kind: 'ringing',
    callId: 'back',
    number: '+79161234567',
    displayName: '',
    dialled: '',
    carried,
    agoMs: 0,
  });
  desk.ended('c1', 'transferred');
  expect(desk.orders().at(-1)).toEqual({ kind: 'answer', callId: 'back' });
  desk.answered('back');
  expect(desk.state).toMatchObject({
    call: { id: 'back', consultationId: 'c1' },
    consultation: { id: 'c1', phase: 'talking', endReason: null, callId: 'back' },
  });
  expect(desk.state.consultation?.clock?.limitAt).toBe(limitAt);
  expect(lines(desk).at(-1)).toBe('transfer-returned');
});

test('back after we had begun to wrap up, even when not ready: still taken back', () => {
  const desk = talking();
  desk.happen({ kind: 'transfer', ...BORIS });
  desk.ended('c1', 'transferred');
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  const carried = { id: 'c1', n: 1, elapsedMs: 3 * MINUTE };
  desk.fact({ kind: 'ringing', callId: 'back', number: '+7', displayName: '', dialled: '', carried, agoMs: 0 });
  expect(desk.orders().at(-1)).toEqual({ kind: 'answer', callId: 'back' });
});

test('4.1 handed over to us: our consultation begins with the time used, the ringing counted', () => {
  const desk = reducerDesk();
  const carried = { id: 'theirs', n: 173, elapsedMs: 9 * MINUTE };
  desk.fact({ kind: 'ringing', callId: 'c1', number: '+79161234567', displayName: '', dialled: '', carried, agoMs: 0 });
  desk.pass(10_000);
  desk.answered();
  expect(desk.state.consultation).toMatchObject({
    id: 'c1',
    clock: { elapsedBeforeMs: 9 * MINUTE + 10_000, limitAt: desk.now + 6 * MINUTE - 10_000 },
  });
});

test('attended: hold, ask, swap, connect; both calls end, the story says to whom', () => {
  const { desk, legId } = consulting();
  expect(desk.state.transfer).toMatchObject({ step: 'talking', leg: { phase: 'up', consultationId: null } });
  desk.effects.splice(0);
  desk.happen({ kind: 'talk-to', to: 'user' });
  expect(desk.orders()).toEqual([
    { kind: 'hold', callId: legId, held: true },
    { kind: 'hold', callId: 'c1', held: false },
  ]);
  desk.happen({ kind: 'hold', callId: 'c1', held: true });
  expect(desk.orders().slice(2), 'the hold key swaps').toEqual([
    { kind: 'hold', callId: 'c1', held: true },
    { kind: 'hold', callId: legId, held: false },
  ]);
  desk.happen({ kind: 'connect' });
  expect(desk.orders().at(-1)).toEqual({ kind: 'connect', callId: 'c1', withCallId: legId });
  desk.ended(legId, 'transferred');
  desk.ended('c1', 'transferred');
  expect(desk.state).toMatchObject({ transfer: null, consultation: { endReason: 'transferred' } });
  expect(lines(desk).slice(-2)).toEqual(['transferred Орлов Борис, 102', 'ended transferred']);
});

test.each([
  ['busy', 'refused'],
  ['no-answer', 'refused'],
  ['local', null],
] as const)('a colleague who does not come (%s): the user comes off hold by itself', (cause, step) => {
  const desk = talking();
  desk.happen({ kind: 'consult', ...BORIS });
  const legId = desk.state.transfer?.leg?.id ?? '';
  desk.fact({ kind: 'held', callId: 'c1', held: true, agoMs: 0 });
  desk.ended(legId, cause);
  expect(desk.orders().at(-1)).toEqual({ kind: 'hold', callId: 'c1', held: false });
  expect(desk.state.transfer?.step ?? null).toBe(step);
  expect(desk.state.consultation?.phase).toBe('talking');
});

test('4.1 the user hangs up, or the limit comes, while a colleague is asked: wrap-up; the colleague is not cut off', () => {
  const { desk, legId } = consulting();
  desk.ended('c1', 'limit');
  expect(desk.state).toMatchObject({
    call: null,
    consultation: { phase: 'wrap-up', endReason: 'limit' },
    transfer: { leg: { id: legId } },
  });
  expect(desk.ring('c2'), 'no call comes meanwhile').toMatchObject({ state: { call: null } });
  expect(desk.orders().at(-1)).toMatchObject({ kind: 'decline', sipCode: 486 });
  expect(desk.happen({ kind: 'dial', number: '103', eventId: null, earlier: null, anew: false }).refusal?.code).toBe(
    'in-call',
  );
  desk.happen({ kind: 'leave-colleague' });
  desk.ended(legId, 'local');
  expect(desk.state.transfer).toBeNull();
});

test('a conference: all come off hold and are joined; mute means both', () => {
  const { desk, legId } = consulting();
  desk.effects.splice(0);
  desk.happen({ kind: 'talk-to', to: 'all' });
  expect(desk.orders().map(({ kind }) => kind)).toEqual(['hold', 'hold', 'join']);
  desk.fact({ kind: 'joined', callId: 'c1', joined: true, agoMs: 0 });
  expect(lines(desk)).toEqual(['joined Орлов Борис, 102']);
  desk.happen({ kind: 'mute', callId: 'c1', muted: true });
  expect(desk.orders().slice(-2)).toEqual([
    { kind: 'mute', callId: 'c1', muted: true },
    { kind: 'mute', callId: legId, muted: true },
  ]);
});

test('a second incoming call disturbs no consulting', () => {
  const { desk, legId } = consulting();
  desk.ring('c2', '+79990000000');
  expect(desk.state).toMatchObject({ call: { id: 'c1' }, secondCall: { id: 'c2' }, transfer: { leg: { id: legId } } });
});

test('the service was killed while a colleague was asked: the phone still has both calls', () => {
  const { desk, legId } = consulting();
  const record = desk.state.consultation;
  const again = reducerDesk();
  const its = {
    direction: 'incoming',
    displayName: '',
    dialled: '',
    phase: 'up',
    muted: false,
    connected: true,
    silentForMs: null,
    startedAgoMs: 200_000,
    answeredAgoMs: 190_000,
  } as const;
  again.happen({
    kind: 'hello',
    registration: { status: 'registered', failure: null, sipCode: null },
    records: record === null ? [] : [record],
    calls: [
      { ...its, callId: legId, number: '102', direction: 'outgoing', held: false, besideId: 'c1' },
      { ...its, callId: 'c1', number: '+79161234567', held: true },
    ],
  });
  expect(again.state).toMatchObject({
    call: { id: 'c1' },
    transfer: { callId: 'c1', step: 'talking', leg: { id: legId } },
  });
});
