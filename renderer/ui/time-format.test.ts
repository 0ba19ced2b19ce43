import { expect, test } from 'vitest';
import { clockTime, dateOfKey, relativeDay, runningTime, shortDate } from './time-format.ts';

const at = (iso: string): number => Date.parse(iso);

test('times are Moscow’s, whatever the computer’s zone', () => {
  expect(clockTime(at('2026-11-24T11:32:00Z'))).toBe('14:32');
  expect(shortDate(at('2026-11-24T21:30:00Z'))).toBe('25.11');
});

test('a day has a word only beside today', () => {
  const now = at('2026-11-24T11:32:00Z');
  expect(relativeDay(at('2026-11-24T20:59:00Z'), now)).toBe('today');
  expect(relativeDay(at('2026-11-24T21:00:00Z'), now)).toBe('tomorrow');
  expect(relativeDay(at('2026-11-23T15:00:00Z'), now)).toBe('yesterday');
  expect(relativeDay(at('2026-11-22T15:00:00Z'), now)).toBe('other');
});

test('a running time shows hours only when there are any', () => {
  expect([0, 61_000, 461_999, 3_729_000].map(runningTime)).toEqual(['0:00', '1:01', '7:41', '1:02:09']);
});

test('a calendar day is written as people write it', () => {
  expect(dateOfKey('2027-03-14')).toBe('14.03.2027');
});
