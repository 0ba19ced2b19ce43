import os from 'node:os';
import { expect, test } from 'vitest';
import { createServiceClock } from './clock.ts';

/** A computer whose three clocks are moved by hand. */
function computer() {
  const time = { wall: 1_795_000_000_000, monotonic: 5_000, uptime: 900_000 };
  const clock = createServiceClock({
    wall: () => time.wall,
    monotonicMs: () => time.monotonic,
    uptimeMs: () => time.uptime,
  });
  return {
    time,
    clock,
    pass(ms: number) {
      time.wall += ms;
      time.monotonic += ms;
      time.uptime += ms;
    },
    sleep(ms: number) {
      time.wall += ms;
      time.uptime += ms;
    },
  };
}

test('it starts at the wall clock and passes with it', () => {
  const { clock, pass } = computer();
  expect(clock.now()).toBe(1_795_000_000_000);
  pass(1_234);
  expect(clock.now()).toBe(1_795_000_001_234);
});

test('a changed wall clock, forward or back, does not move it', () => {
  const { clock, time, pass } = computer();
  time.wall += 3_600_000;
  pass(1_000);
  expect(clock.now()).toBe(1_795_000_001_000);
  time.wall -= 86_400_000;
  expect(clock.now()).toBe(1_795_000_001_000);
});

test('settled, it takes the wall clock over, forward and back, when it is off by more than 2 s', () => {
  const { clock, time, pass, sleep } = computer();
  sleep(20_000);
  clock.now();
  time.wall += 3_600_000;
  expect(clock.settle()).toBe(3_600_000);
  expect(clock.now()).toBe(time.wall);
  pass(1_000);
  expect(clock.now()).toBe(time.wall);
  time.wall -= 86_400_000;
  expect(clock.settle()).toBe(-86_400_000);
  expect(clock.now()).toBe(time.wall);
  time.wall += 2_000;
  expect(clock.settle()).toBe(0);
  expect(clock.now()).toBe(time.wall - 2_000);
  expect(clock.sleptMs()).toBe(20_000);
});

test('20 s of sleep are counted, once, with or without the news of resume', () => {
  const told = computer();
  told.sleep(20_000);
  expect(told.clock.reconcile()).toBe(20_000);
  expect(told.clock.reconcile()).toBe(0);
  expect(told.clock.now()).toBe(1_795_000_020_000);

  const untold = computer();
  untold.sleep(20_000);
  expect(untold.clock.now()).toBe(1_795_000_020_000);
  untold.pass(500);
  expect(untold.clock.now()).toBe(1_795_000_020_500);
  expect(untold.clock.sleptMs()).toBe(20_000);
});

test('where the monotonic clock counts sleep itself, nothing is added', () => {
  const { clock, pass } = computer();
  pass(20_000);
  expect(clock.reconcile()).toBe(0);
  expect(clock.now()).toBe(1_795_000_020_000);
});

test('uptime told in whole seconds neither moves it nor lets it run back', () => {
  const { clock, time, pass } = computer();
  let last = clock.now();
  for (let i = 0; i < 5_000; i += 1) {
    pass(1);
    const exact = time.uptime;
    time.uptime = Math.floor(exact / 1_000) * 1_000;
    const now = clock.now();
    time.uptime = exact;
    expect(now).toBe(last + 1);
    last = now;
  }
});

test('on this computer it is within 10 ms of the wall clock', async () => {
  const clock = createServiceClock({
    wall: Date.now,
    monotonicMs: () => performance.now(),
    uptimeMs: () => os.uptime() * 1_000,
  });
  for (let i = 0; i < 20; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(10);
  }
});
