import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../shared/contract/wire.ts';
import type { PhoneFact } from '../../shared/contract/phone.ts';
import { createFactQueue } from './fact-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const bugs: PhoneFact[] = [];
  const queue = createFactQueue(
    () => performance.now(),
    (fact) => bugs.push(fact),
  );
  return { queue, bugs };
}

test('facts wait for the service and arrive in order, dated by their age', async () => {
  const { queue } = setUp();
  const got: PhoneFact[] = [];
  queue.add({ kind: 'answered', callId: 'a' });
  await vi.advanceTimersByTimeAsync(5_000);
  queue.add({ kind: 'ended', callId: 'a', cause: 'remote', sipCode: null, media: null });
  await vi.advanceTimersByTimeAsync(250);
  queue.connect((facts) => {
    got.push(...facts);
    return Promise.resolve(ok(null));
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toMatchObject([
    { kind: 'answered', agoMs: 5_250 },
    { kind: 'ended', agoMs: 250 },
  ]);
});

test('what was not acknowledged is sent again, and nothing twice', async () => {
  const { queue } = setUp();
  const first: PhoneFact[] = [];
  const second: PhoneFact[] = [];
  queue.connect((facts) => {
    first.push(...facts);
    return Promise.resolve(first.length === 1 ? ok(null) : fail('disconnected'));
  });
  queue.add({ kind: 'answered', callId: 'a' });
  await vi.advanceTimersByTimeAsync(0);
  queue.add({ kind: 'held', callId: 'a', held: true });
  await vi.advanceTimersByTimeAsync(60_000);
  queue.connect((facts) => {
    second.push(...facts);
    return Promise.resolve(ok(null));
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(second.map(({ kind }) => kind)).toEqual(['held']);
});

test('a new connection takes over while the old one still owes its answer', async () => {
  const { queue } = setUp();
  let drop: () => void = () => {};
  queue.connect(() => new Promise((resolve) => (drop = () => resolve(fail('disconnected')))));
  queue.add({ kind: 'answered', callId: 'a' });
  const got: PhoneFact[] = [];
  queue.connect((facts) => {
    got.push(...facts);
    return Promise.resolve(ok(null));
  });
  drop();
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toHaveLength(1);
});

test('a service that fails inside is asked again', async () => {
  const { queue } = setUp();
  let asked = 0;
  queue.connect(() => Promise.resolve((asked += 1) < 3 ? fail('internal') : ok(null)));
  queue.add({ kind: 'answered', callId: 'a' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(3);
});

test('a fact that breaks the contract holds up no other', async () => {
  const { queue, bugs } = setUp();
  const got: PhoneFact[] = [];
  queue.add({ kind: 'answered', callId: 'bad' });
  queue.add({ kind: 'answered', callId: 'good' });
  queue.connect((facts) => {
    if (facts.some((fact) => 'callId' in fact && fact.callId === 'bad')) return Promise.resolve(fail('bad-message'));
    got.push(...facts);
    return Promise.resolve(ok(null));
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toMatchObject([{ callId: 'good' }]);
  expect(bugs).toMatchObject([{ callId: 'bad' }]);
});

test('states do not pile up through a long absence of the service', async () => {
  const { queue } = setUp();
  const got: PhoneFact[] = [];
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    queue.add({ kind: 'registration', registration: { status: 'connecting', failure: null, sipCode: attempt } });
  }
  queue.connect((facts) => {
    got.push(...facts);
    return Promise.resolve(ok(null));
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(got).toMatchObject([{ registration: { sipCode: 999 } }]);
});
