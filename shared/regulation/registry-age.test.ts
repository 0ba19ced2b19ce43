import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registryAge, verdictByAge } from './registry-age.ts';
import { HOUR_MS } from './time.ts';

const now = Date.UTC(2026, 10, 24);
const DAY_MS = 24 * HOUR_MS;

describe('1.1, 2.7: how old what we know of licences is', () => {
  test.each([
    ['just read', 0, 'fresh'],
    ['a moment short of two days', 2 * DAY_MS - 1, 'fresh'],
    ['two days', 2 * DAY_MS, 'ageing'],
    ['a moment short of seven', 7 * DAY_MS - 1, 'ageing'],
    ['seven days', 7 * DAY_MS, 'too-old'],
    ['from a clock that is ahead', -HOUR_MS, 'fresh'],
  ])('%s', (_case, ageMs, expected) => {
    expect(registryAge(now - ageMs, now)).toBe(expected);
  });

  test('nobody knows of when it is', () => {
    expect(registryAge(null, now)).toBe('unknown');
  });

  test('the ages are a policy', () => {
    const policy = { saidAfterMs: 1, tooOldAfterMs: 2 };
    expect([0, 1, 2].map((ageMs) => registryAge(now - ageMs, now, policy))).toEqual(['fresh', 'ageing', 'too-old']);
  });

  test.each([
    ['fresh', 'refused', 'refused'],
    ['ageing', 'error-report-only', 'error-report-only'],
    ['too-old', 'refused', 'unknown'],
    ['too-old', 'error-report-only', 'unknown'],
    ['unknown', 'refused', 'unknown'],
    ['too-old', 'allowed', 'allowed'],
    ['unknown', 'allowed', 'allowed'],
  ] as const)('on %s data «%s» is said as «%s»: old data refuse nobody', (age, verdict, expected) => {
    expect(verdictByAge(verdict, age)).toBe(expected);
  });
});

test('1.1: data never grow fresher by lying, and what refuses nobody refuses nobody later', () => {
  const order = ['fresh', 'ageing', 'too-old'];
  const ages = fc.integer({ min: -DAY_MS, max: 30 * DAY_MS });
  fc.assert(
    fc.property(ages, fc.nat({ max: 10 * DAY_MS }), (ageMs, later) => {
      const [first, then] = [registryAge(now - ageMs, now), registryAge(now - ageMs, now + later)];
      expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(first));
      if (verdictByAge('refused', first) === 'unknown') expect(verdictByAge('refused', then)).toBe('unknown');
    }),
  );
});
