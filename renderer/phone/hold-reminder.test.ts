import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHoldReminder } from './hold-reminder.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reminder() {
  const held = new Set<string>();
  const remind = vi.fn();
  const made = createHoldReminder((id) => held.has(id), remind);
  const set = (id: string, isHeld: boolean) => {
    if (isHeld) held.add(id);
    else held.delete(id);
    made.held(id, isHeld);
  };
  return { held, remind, set };
}

test('each minute of a hold is heard once, from the first full one', () => {
  const { remind, set } = reminder();
  set('a', true);
  vi.advanceTimersByTime(59_999);
  expect(remind).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(remind).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(120_000);
  expect(remind).toHaveBeenCalledTimes(3);
});

test('taken back and held anew: the minutes begin anew; an ended call reminds of nothing', () => {
  const { held, remind, set } = reminder();
  set('a', true);
  vi.advanceTimersByTime(40_000);
  set('a', false);
  set('a', true);
  vi.advanceTimersByTime(40_000);
  expect(remind).not.toHaveBeenCalled();
  held.delete('a');
  vi.advanceTimersByTime(300_000);
  expect(remind).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
