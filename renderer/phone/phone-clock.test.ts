import { expect, test } from 'vitest';
import { createClock } from './phone-clock.ts';

test('counts the sleep that the monotonic clock missed', () => {
  let monotonic = 1_000;
  let wall = 50_000;
  const clock = createClock(
    () => monotonic,
    () => wall,
  );
  clock.suspend();
  monotonic += 5;
  wall += 20_005;
  clock.resume();
  expect(clock.now()).toBe(21_005);
  clock.resume();
  expect(clock.now()).toBe(21_005);
});

test('neither a clock that counts sleep by itself nor a changed wall clock turns time back', () => {
  let monotonic = 0;
  let wall = 0;
  const clock = createClock(
    () => monotonic,
    () => wall,
  );
  clock.suspend();
  monotonic = 20_000;
  wall = 20_000;
  clock.resume();
  expect(clock.now()).toBe(20_000);
  clock.suspend();
  wall = -3_600_000;
  clock.resume();
  expect(clock.now()).toBe(20_000);
});
