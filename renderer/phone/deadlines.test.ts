import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadlines } from './deadlines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function set() {
  const due: string[] = [];
  const start = performance.now();
  const deadlines = createDeadlines(
    () => performance.now(),
    (callId, kind) => due.push(`${callId} ${kind} ${performance.now() - start}`),
  );
  return { due, deadlines };
}
const order = (noticeInMs: number | null, farewellInMs: number | null, limitInMs: number | null, callId = 'a') => ({
  callId,
  noticeInMs,
  farewellInMs,
  limitInMs,
});

test('each deadline is due once, at its time', () => {
  const { due, deadlines } = set();
  deadlines.set(order(870_000, 897_000, 900_000));
  vi.advanceTimersByTime(2_000_000);
  expect(due).toEqual(['a notice 870000', 'a farewell 897000', 'a limit 900000']);
});

test('a new order replaces the one before; null takes a deadline away; calls do not mix', () => {
  const { due, deadlines } = set();
  deadlines.set(order(10, 20, 30));
  deadlines.set(order(null, null, 50, 'b'));
  vi.advanceTimersByTime(25);
  deadlines.set(order(null, null, 100));
  deadlines.clear('b');
  vi.advanceTimersByTime(1_000);
  expect(due).toEqual(['a notice 10', 'a farewell 20', 'a limit 125']);
});

test('a limit in the past is due at once, a tone in the past is not played late', () => {
  const { due, deadlines } = set();
  deadlines.set(order(-30_000, -5_000, -1));
  expect(due).toEqual(['a limit 0']);
});

test('the end of the call within a deadline ends the others', () => {
  const due: string[] = [];
  const deadlines = createDeadlines(
    () => performance.now(),
    (callId, kind) => {
      due.push(kind);
      deadlines.clear(callId);
    },
  );
  deadlines.set(order(0, 0, 0));
  vi.advanceTimersByTime(1_000);
  expect(due).toEqual(['notice']);
});

test('after a sleep the limit falls due at the look, not later by the sleep', () => {
  const due: string[] = [];
  let missed = 0;
  const deadlines = createDeadlines(
    () => performance.now() + missed,
    (_callId, kind) => due.push(kind),
  );
  deadlines.set(order(null, null, 20_000));
  vi.advanceTimersByTime(1_000);
  missed = 30_000;
  deadlines.look();
  expect(due).toEqual(['limit']);
});

test('timers that a browser fires early or late move no deadline', () => {
  const { due, deadlines } = set();
  // Longer than setTimeout can hold: it would fire at once.
  deadlines.set(order(null, null, 2 ** 31 + 5_000));
  vi.advanceTimersByTime(1_000_000);
  expect(due).toEqual([]);
});
