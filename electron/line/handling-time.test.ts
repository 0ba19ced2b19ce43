import { expect, test } from 'vitest';
import { DEFAULT_HANDLING_MS } from '../../shared/regulation/forecast.ts';
import { MINUTE_MS } from '../../shared/regulation/time.ts';
import { averageHandlingMs } from './handling-time.ts';

const row = (talkMinutes: number, wrapUpMinutes: number | null) => ({
  talkMs: talkMinutes * MINUTE_MS,
  endedAt: 0,
  closedAt: wrapUpMinutes === null ? null : wrapUpMinutes * MINUTE_MS,
});

test('talk and wrap-up, a wrap-up of hours counted as three minutes', () => {
  expect(averageHandlingMs([row(5, 1), row(7, 2), row(9, 300)])).toBe(9 * MINUTE_MS);
});

test('too few, or none that was held: the policy', () => {
  expect(averageHandlingMs([row(5, 1), row(7, 1)])).toBe(DEFAULT_HANDLING_MS);
  expect(averageHandlingMs([row(5, 1), row(7, 1), row(0, 1)])).toBe(DEFAULT_HANDLING_MS);
});
