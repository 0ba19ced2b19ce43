import { expect, test } from 'vitest';
import { dateProblem, dateText, typedDate } from './typed-date.ts';

test('a date is understood as people type it, day first', () => {
  for (const text of ['24.11.2026', '24/11/2026', '24-11-26', ' 24 11 2026 ', '24112026', '2026-11-24', '24,11,26'])
    expect(typedDate(text), text).toBe('2026-11-24');
  expect(typedDate('1.2.2026')).toBe('2026-02-01');
  expect(typedDate('29.02.2024')).toBe('2024-02-29');
});

test('what is no date is none', () => {
  for (const text of [
    '',
    '24',
    '24.11',
    '31.02.2026',
    '00.01.2026',
    '1.13.2026',
    '11.24.2026',
    'вчера',
    '24.11.2',
    '241126',
  ])
    expect(typedDate(text), text).toBeNull();
});

test('what is wrong with it: no date, or one outside of the limits, which are both inside', () => {
  const between = (text: string) => dateProblem(text, '2026-11-01', '2026-11-30');
  for (const text of ['', ' ', '1.11.26', '30.11.2026', '2026-11-15']) expect(between(text), text).toBeNull();
  expect(between('31.11.2026')).toEqual({ what: 'wrong' });
  expect(between('31.10.2026')).toEqual({ what: 'early', limit: '2026-11-01' });
  expect(between('1.12.2026')).toEqual({ what: 'late', limit: '2026-11-30' });
  expect(dateProblem('1.1.0001', null, null)).toBeNull();
});

test('a field shows it in its language', () => {
  expect(dateText('2026-02-01', '.')).toBe('01.02.2026');
  expect(dateText('2026-02-01', '/')).toBe('01/02/2026');
  expect(dateText(null, '.')).toBe('');
});
