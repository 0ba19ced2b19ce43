import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTimeBy, onTime, type Beat, type Wait } from './on-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker whose answers the test gives. */
function handBeat() {
  const asked: Wait[] = [];
  const target = new EventTarget();
  const beat: Beat = {
    postMessage: (wait: Wait) => void asked.push(wait),
    addEventListener: target.addEventListener.bind(target),
  };
  return { asked, beat, say: (id: number) => target.dispatchEvent(new MessageEvent('message', { data: id })) };
}

test('without a beat: as setTimeout, and called off', () => {
  const told: string[] = [];
  onTime(() => told.push('one'), 1_000);
  onTime(() => told.push('two'), 1_000)();
  vi.advanceTimersByTime(999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['one']);
});

test('with a beat: whichever is first, and once', () => {
  const { asked, beat, say } = handBeat();
  keepTimeBy(beat);
  const told: string[] = [];
  onTime(() => told.push('throttled page'), 1_000);
  onTime(() => told.push('late beat'), 500);
  const callOff = onTime(() => told.push('never'), 100);
  callOff();
  expect(asked.map(({ ms }) => ms)).toEqual([1_000, 500, 100]);
  const [first, second, third] = asked.map(({ id }) => id);
  say(first ?? NaN);
  say(third ?? NaN);
  expect(told).toEqual(['throttled page']);
  vi.advanceTimersByTime(500);
  say(second ?? NaN);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['throttled page', 'late beat']);
});
