import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLife } from './life-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A far end that gives a sign every so many ms, or none. */
function setUp() {
  const farEnd = { count: 0 as number | null, urgent: false };
  const told: string[] = [];
  const watch = watchLife({
    signs: () => Promise.resolve(farEnd.count),
    isUrgent: () => farEnd.urgent,
    silent: () => told.at(-1) === 'silent' || told.push('silent'),
    heard: () => told.push('heard'),
    now: () => performance.now(),
  });
  const alive = async (everyMs: number, times: number) => {
    for (let time = 0; time < times; time += 1) {
      await pass(everyMs);
      farEnd.count = (farEnd.count ?? 0) + 1;
    }
  };
  return { farEnd, told, watch, alive };
}

test('a mute caller, whose browser answers a check every 2.6 s, is not silent', async () => {
  const { alive, told, farEnd } = setUp();
  farEnd.urgent = true;
  await alive(2_600, 40);
  expect(told).toEqual([]);
});

test('nothing at all: told within 5 s, calm or urgent, and again when something comes', async () => {
  for (const urgent of [false, true]) {
    const { alive, told, farEnd, watch } = setUp();
    await alive(20, 500);
    farEnd.urgent = urgent;
    await pass(3_400);
    expect(told).toEqual([]);
    await pass(1_100);
    expect(told).toEqual(['silent']);
    await alive(20, 50);
    expect(told).toEqual(['silent', 'heard']);
    watch.stop();
  }
});

test('after an ICE restart the count begins anew: the first answer of the new way is a sign', async () => {
  const { farEnd, told, alive } = setUp();
  farEnd.count = 1_000;
  await pass(6_000);
  expect(told).toEqual(['silent']);
  farEnd.count = 0;
  await pass(500);
  await alive(300, 3);
  expect(told).toEqual(['silent', 'heard']);
});

test('a page that was stopped for 20 s does not take its own sleep for silence', async () => {
  const { alive, told, farEnd } = setUp();
  await alive(1_000, 5);
  // Time passes, no timer runs.
  vi.setSystemTime(Date.now() + 20_000);
  const slept = performance.now() + 20_000;
  vi.spyOn(performance, 'now').mockImplementation(() => slept + 100);
  await pass(1_000);
  expect(told).toEqual([]);
  farEnd.count = null;
  vi.restoreAllMocks();
});

test('stopped: nothing more is told', async () => {
  const { told, watch } = setUp();
  watch.stop();
  await pass(60_000);
  expect(told).toEqual([]);
});
