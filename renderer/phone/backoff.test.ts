import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const slow = { firstMs: 1_000, limitMs: 30_000 };

test('doubles up to the limit, for ever', () => {
  expect([1, 2, 3, 4, 5, 6, 100_000].map((failures) => backoffMs(slow, failures, 0.5))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

test('jitter is ±50 %: 200 phones spread over the whole span', () => {
  const waits = Array.from({ length: 200 }, (_, index) => backoffMs(slow, 10, index / 200));
  expect(Math.min(...waits)).toBe(15_000);
  expect(Math.max(...waits)).toBeGreaterThan(44_000);
});
