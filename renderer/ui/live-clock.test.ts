import { expect, test } from 'vitest';
import { createLiveClock, type TimeSource } from './live-clock.ts';

/** A time source moved by hand. */
function handTime() {
  let at = 0;
  let next = 1;
  const timers = new Map<number, { run: () => void; due: number }>();
  const source: TimeSource = {
    monotonic: () => at,
    setTimer: (run, inMs) => {
      timers.set(next, { run, due: at + inMs });
      return next++;
    },
    clearTimer: (timer) => void timers.delete(timer),
  };
  const advance = (ms: number): void => {
    const end = at + ms;
    for (;;) {
      const due = [...timers].filter(([, t]) => t.due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
      if (!due) break;
      timers.delete(due[0]);
      at = due[1].due;
      due[1].run();
    }
    at = end;
  };
  return { source, advance, pending: () => timers.size };
}

test('time follows the service by the offset at receipt', () => {
  const { source, advance } = handTime();
  const clock = createLiveClock(source, 0);
  advance(400);
  clock.sync(1_000_000);
  advance(2_500);
  expect(clock.now()).toBe(1_002_500);
});

test('one timer serves all listeners and stops with the last', () => {
  const { source, advance, pending } = handTime();
  const clock = createLiveClock(source, 0);
  const beats = [0, 0];
  const stops = [0, 1].map((n) => clock.subscribe(() => void beats[n]!++));
  expect(pending()).toBe(1);
  advance(3_100);
  expect(beats).toEqual([3, 3]);
  stops.forEach((stop) => stop());
  expect(pending()).toBe(0);
});

test('the beat stands on the whole seconds before the instant it is aligned to', () => {
  const { source, advance } = handTime();
  const clock = createLiveClock(source, 0);
  const at: number[] = [];
  clock.subscribe(() => at.push(clock.now()));
  clock.alignTo(900_730);
  advance(2_000);
  expect(at).toEqual([735, 1_735]);
});

test('a late message does not set the clock back; a moved clock does', () => {
  const { source } = handTime();
  const clock = createLiveClock(source, 0);
  clock.sync(1_000_000);
  clock.sync(999_900);
  expect(clock.now()).toBe(1_000_000);
  clock.sync(990_000);
  expect(clock.now()).toBe(990_000);
});
