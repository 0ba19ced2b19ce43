import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/contract/base.ts';
import { channelPair } from '../../../shared/contract/channel-pair.ts';
import type { Channel } from '../../../shared/contract/rpc.ts';
import { createLiveClock } from '../../ui/live-clock.ts';
import { createDesk, type DeskPorts } from './desk.ts';

function setUp() {
  let on: Parameters<DeskPorts['connect']>[0] | null = null;
  const desk = createDesk({
    connect: (given) => {
      on = given;
      return () => undefined;
    },
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
