import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrameClock } from './frame-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock that runs with the fake timers and can be pushed ahead of them, as when the process was stalled. */
function pushable(): { now: () => number; push: (ms: number) => void } {
  let pushed = 0;
  return {
    now: () => Date.now() + pushed,
    push: (ms) => {
      pushed += ms;
    },
  };
}

test('beats 50 times a second and never drifts', () => {
  const time = pushable();
  const clock = createFrameClock(time.now);
  let frames = 0;
  clock.add((gone) => (frames += gone));
  for (let second = 1; second <= 60; second += 1) {
    vi.advanceTimersByTime(1000 - 0.5);
    time.push(0.5); // every timer late by something
    expect(Math.abs(frames - second * 50)).toBeLessThanOrEqual(1);
  }
});

test('a short stall is made good packet by packet, a long one is skipped in one beat', () => {
  const time = pushable();
  const clock = createFrameClock(time.now);
  const beats: number[] = [];
  clock.add((gone) => beats.push(gone));
  time.push(100);
  vi.advanceTimersByTime(20);
  expect(beats).toEqual([1, 1, 1, 1, 1, 1]);
  beats.length = 0;
  time.push(3600_000);
  vi.advanceTimersByTime(20);
  expect(beats).toEqual([180_001]);
});

test('no timer runs without listeners', () => {
  const clock = createFrameClock(() => Date.now());
  const stop = clock.add(() => {});
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a listener may leave and another come during a beat; one timer stays', () => {
  const clock = createFrameClock(() => Date.now());
  const stop = clock.add(() => {
    stop();
    clock.add(() => {});
  });
  vi.advanceTimersByTime(20);
  expect(vi.getTimerCount()).toBe(1);
});
