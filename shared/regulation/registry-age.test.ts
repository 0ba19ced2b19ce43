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
