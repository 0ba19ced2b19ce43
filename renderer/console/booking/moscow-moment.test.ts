import { expect, test } from 'vitest';
import { instantOf, NO_MOMENT, typedMoment, typedTime } from './moscow-moment.ts';

test('what is typed is Moscow’s time, wherever the browser is', () => {
  expect(instantOf({ date: '2026-11-25', time: '10:30' })).toBe(Date.UTC(2026, 10, 25, 7, 30));
});

test('an instant comes back as it was typed', () => {
  expect(typedMoment(Date.UTC(2026, 10, 25, 21, 5))).toEqual({ date: '2026-11-26', time: '00:05' });
  expect(typedMoment(null)).toEqual(NO_MOMENT);
});

test.each([
  { date: '', time: '10:30' },
  { date: '2026-11-25', time: '' },
  { date: '2026-02-30', time: '10:30' },
  { date: '2026-11-25', time: '25:00' },
])('half a moment is none: $date $time', (typed) => {
  expect(instantOf(typed)).toBeNull();
});

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['10.30', '10:30'],
  [' 14-05 ', '14:05'],
  ['утром', 'утром'],
])('a time typed as «%s» is %s', (typed, time) => {
  expect(typedTime(typed)).toBe(time);
});
