import { expect, test } from 'vitest';
import { ok } from '../../shared/contract/base.ts';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { lineApi, type LineSnapshot } from '../../shared/contract/line.ts';
import { serve, type Channel } from '../../shared/contract/rpc.ts';
import type { LiveClock } from '../ui/live-clock.ts';
import { createLineMirror } from './line-mirror.ts';

const NOW = 1_000_000;
const snapshot = (version: number): LineSnapshot => ({
  version,
  now: NOW,
  mode: 'work',
  open: true,
  until: null,
  consultants: [],
  events: [],
  forecast: null,
  missingYear: null,
});
const clock: LiveClock = { now: () => NOW, sync: () => {}, alignTo: () => {}, subscribe: () => () => {} };

function page(may = true) {
  const on: { up: (channel: Channel) => void; down: () => void } = { up: () => {}, down: () => {} };
  const mirror = createLineMirror({
    connect: ({ onUp, onDown }) => {
      Object.assign(on, { up: onUp, down: onDown });
      return () => {};
    },
    mayWatch: () => Promise.resolve(may),
    clock,
    log: (problem) => expect.unreachable(JSON.stringify(problem)),
  });
  const connect = () => {
    const [near, far] = channelPair();
    const handlers = { snapshot: () => ok(snapshot(5)), grant: () => ok({ limitAt: NOW + 1 }) };
    const server = serve(lineApi, far, handlers, (problem) => expect.unreachable(JSON.stringify(problem)));
    on.up(near);
    return server;
  };
  return { mirror, connect, down: () => on.down(), state: () => mirror.store.getState() };
}

test('the newest snapshot is shown, an older one is dropped', async () => {
  const { connect, state } = page();
  const server = connect();
  await expect.poll(() => state().snapshot?.version).toBe(5);
  server.emit('snapshot', snapshot(4));
  server.emit('snapshot', snapshot(6));
  await expect.poll(() => state().snapshot?.version).toBe(6);
  expect(state().connection).toBe('up');
});

test('the last known state stays while the line is away', async () => {
  const { connect, down, state, mirror } = page();
  connect();
  await expect.poll(() => state().connection).toBe('up');
  down();
  expect(state()).toMatchObject({ connection: 'away', awaySince: NOW, snapshot: { version: 5 } });
  expect(await mirror.grant({ consultationId: 'c', minutes: 3, reason: 'r' })).toMatchObject({
    ok: false,
    error: { code: 'disconnected' },
  });
});

test('a refused browser is told so', async () => {
  const { down, state } = page(false);
  down();
  await expect.poll(() => state().connection).toBe('denied');
});
