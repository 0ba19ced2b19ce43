import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPacer, type Pacer } from './pace.ts';

let pacer: Pacer;
let made = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  made = 0;
  pacer = createPacer({
    pace: { minMs: 1000, maxMs: 3000 },
    now: () => Date.now(),
    random: () => 0.5,
    call: () => (made += 1),
  });
});
afterEach(() => {
  pacer.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('nobody calls until a console is free', () => {
  vi.advanceTimersByTime(60_000);
  expect(made).toBe(0);
  expect(pacer.nextAt()).toBeNull();
});

test('the gap runs from the moment the console is free; being told so again does not start it anew', () => {
  pacer.update(true);
  expect(pacer.nextAt()).toBe(2000);
  vi.advanceTimersByTime(1500);
  pacer.update(true);
  vi.advanceTimersByTime(500);
  expect(made).toBe(1);
});

test('a console that talks stops the countdown', () => {
  pacer.update(true);
  vi.advanceTimersByTime(1999);
  pacer.update(false);
  vi.advanceTimersByTime(60_000);
  expect(made).toBe(0);
  pacer.update(true);
  vi.advanceTimersByTime(2000);
  expect(made).toBe(1);
});

test('another pace takes effect at once; none stops', () => {
  pacer.update(true);
  pacer.set({ minMs: 100, maxMs: 100 });
  vi.advanceTimersByTime(100);
  expect(made).toBe(1);
  pacer.set(null);
  vi.advanceTimersByTime(60_000);
  expect(made).toBe(1);
});
