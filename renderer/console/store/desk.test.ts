import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/contract/base.ts';
import { channelPair } from '../../../shared/contract/channel-pair.ts';
import type { Channel } from '../../../shared/contract/rpc.ts';
import { reducerDesk } from '../../../shared/desk-state/reducer-lab.ts';
import { snapshotOf } from '../../../shared/desk-state/snapshot.ts';
import type { NearPhone, Ring } from '../../desk-api/near-phone.ts';
import { createLiveClock } from '../../ui/live-clock.ts';
import { createDesk, type DeskPorts } from './desk.ts';

function setUp(near: NearPhone | null = null, painted?: DeskPorts['painted']) {
  let on: Parameters<DeskPorts['connect']>[0] | null = null;
  const desk = createDesk({
    connect: (given) => {
      on = given;
      return () => undefined;
    },
    near,
    ...(painted === undefined ? {} : { painted }),
    clock: createLiveClock({ monotonic: () => 0, setTimer: () => 0, clearTimer: () => undefined }, 0),
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    later: () => undefined,
    log: () => undefined,
  });
  const up = (): Channel => {
    const [near, far] = channelPair();
    on!.onUp(near);
    return far;
  };
  return { desk, up, down: () => on!.onDown() };
}

test('without a channel an action fails with a code, and the screen says so', async () => {
  const { desk } = setUp();
  expect(await desk.act('trainingCall', {})).toEqual(fail('disconnected'));
  expect(desk.store.getState().notices).toMatchObject([{ kind: 'failure', failure: { code: 'disconnected' } }]);
});

test('a question that fails is the asking screen’s own matter', async () => {
  const { desk } = setUp();
  await desk.ask('settings', {});
  expect(desk.store.getState().notices).toEqual([]);
});

test('messages are few, and go when they are dismissed', () => {
  const { desk } = setUp();
  ['1', '2', '3', '4'].forEach(desk.say);
  const shown = desk.store.getState().notices;
  expect(shown.map((notice) => notice.kind === 'done' && notice.text)).toEqual(['2', '3', '4']);
  desk.dismiss(shown[0]!.id);
  expect(desk.store.getState().notices).toHaveLength(2);
});

test('the screen knows whether the desk was ever there', () => {
  const { desk, up, down } = setUp();
  down();
  expect(desk.store.getState().connection).toBe('starting');
  up();
  expect(desk.store.getState().connection).toBe('up');
});

test('an answer that was done shows no message', async () => {
  const { desk, up } = setUp();
  const far = up();
  far.onMessage((message) => {
    const call = message as { id: number; name: string };
    if (call.name === 'trainingCall') far.send({ kind: 'result', id: call.id, ok: true, value: null });
  });
  expect(await desk.act('trainingCall', {})).toEqual(ok(null));
  expect(desk.store.getState().notices).toEqual([]);
});

/** The console of a page with a phone; `far` is its desk, idle, which answers `answer` with a failure code. */
function withNearPhone(code: string, painted?: DeskPorts['painted']) {
  const answered: string[] = [];
  const near = { ring: (_ring: Ring): void => undefined };
  const { desk, up } = setUp(
    {
      onRing: (listener) => void (near.ring = listener),
      answer: (callId) => void answered.push(callId),
    },
    painted,
  );
  const lab = reducerDesk();
  const around = {
    unclosed: [],
    missed: { callers: 0, lastAt: null },
    recent: [],
    today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0 },
    pace: null,
    desktop: null,
  };
  const seen = (version: number) => snapshotOf(lab.state, { ...around, version, now: lab.now });
  const far = up();
  far.onMessage((message) => {
    const { id, name } = message as { id: number; name: string };
    if (name === 'snapshot') far.send({ kind: 'result', id, ok: true, value: seen(1) });
    if (name === 'answer') far.send({ kind: 'failure', id, error: { code } });
  });
  const shown = () => desk.store.getState().snapshot?.call ?? null;
  const ring = () => near.ring({ callId: 'c1', number: '101', displayName: '', dialled: '' });
  const publish = () => far.send({ kind: 'event', name: 'snapshot', value: seen(2) });
  return { desk, answered, shown, ring, publish };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

test('the page’s own phone rings at once; the desk’s next word replaces it', async () => {
  const { shown, ring, publish } = withNearPhone('no-call');
  ring();
  expect(shown()).toBeNull();
  await settled();
  ring();
  expect(shown()).toMatchObject({ id: 'c1', phase: 'ringing' });
  publish();
  await settled();
  expect(shown()).toBeNull();
});

test('what the desk says while the ring is painted is shown after it', async () => {
  let paint = (): void => undefined;
  const { shown, ring, publish } = withNearPhone('no-call', (run) => void (paint = run));
  await settled();
  ring();
  publish();
  await settled();
  expect(shown()).toMatchObject({ id: 'c1', phase: 'ringing' });
  paint();
  expect(shown()).toBeNull();
});

test.each([
  ['wrong-phase', 0],
  ['no-call', 1],
])('answering hands the order to the page’s phone, and tells the desk: %s', async (code, notices) => {
  const { desk, answered, ring } = withNearPhone(code);
  await settled();
  ring();
  desk.answer('c1');
  expect(answered).toEqual(['c1']);
  await settled();
  expect(desk.store.getState().notices).toHaveLength(notices);
});
