import { expect, test } from 'vitest';
import { dialNumber } from './dial-number.ts';

test.each([
  ['+7 (495) 231-22-45', '+74952312245'],
  ['8 495 231–22–45', '84952312245'],
  ['+7 343 222-44-55 доб. 12', '+73432224455'],
  ['+73432224455, 12', '+73432224455'],
  ['222-44-55 вн.3', '2224455'],
  ['222-44-55 ext 3', '2224455'],
  ['*97#', '*97#'],
  ['ivanov', 'ivanov'],
  ['101', '101'],
])('%s is dialled as %s', (typed, dialled) => {
  expect(dialNumber(typed)).toBe(dialled);
});

test.each(['', '()', 'sip:1@evil.example', '+', 'доб. 5', '7'.repeat(40), '10<1>'])('%s is no number', (typed) => {
  expect(dialNumber(typed)).toBeNull();
});
