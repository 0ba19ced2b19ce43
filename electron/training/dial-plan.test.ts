import { expect, test } from 'vitest';
import { comparable, destinationOf } from './dial-plan.ts';

test.each([
  ['8 (495) 123-45-67', 'user'],
  ['+79161234567', 'user'],
  ['2312245', 'user'],
  ['84951234500', 'busy'],
  ['84951234599', 'no-answer'],
  ['84951234504', 'unknown'],
  ['112', 'colleague'],
  ['101', 'busy'],
  ['*43', 'echo'],
  ['12345', 'unknown'],
  ['1234567890123456', 'unknown'],
  ['12345ab67', 'unknown'],
  ['', 'unknown'],
])('dialling %s from 101: %s', (dialled, destination) => {
  expect(destinationOf(dialled, '101')).toBe(destination);
});

test('a number compares equal however it is written', () => {
  expect(new Set(['+7 916 123-45-67', '89161234567', '79161234567'].map(comparable))).toEqual(new Set(['79161234567']));
});
