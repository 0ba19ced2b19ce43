import { expect, test } from 'vitest';
import { dateText, typedDate } from './typed-date.ts';

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

test('a field shows it in its language', () => {
  expect(dateText('2026-02-01', '.')).toBe('01.02.2026');
  expect(dateText('2026-02-01', '/')).toBe('01/02/2026');
  expect(dateText(null, '.')).toBe('');
});
