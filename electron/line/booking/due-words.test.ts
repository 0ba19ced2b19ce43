import { expect, test } from 'vitest';
import { moscowTime } from '../../../shared/regulation/time.ts';
import { dueWords, momentWords } from './due-words.ts';

const now = moscowTime('2026-11-24', '12:00');

test.each([
  ['2026-11-24', '18:00', 'сегодня до 18:00 по московскому времени'],
  ['2026-11-25', '18:00', 'завтра, в среду, 25 ноября, до 18:00 по московскому времени'],
  ['2026-12-01', '17:00', 'во вторник, 1 декабря, до 17:00 по московскому времени'],
  ['2027-01-11', '18:00', 'в понедельник, 11 января 2027 года, до 18:00 по московскому времени'],
])('2.1: due %s %s is told in full', (date, time, words) => {
  expect(dueWords(moscowTime(date, time), now)).toBe(words);
});

test('midnight in Moscow decides what is today, wherever the line runs', () => {
  expect(momentWords(moscowTime('2026-11-24', '00:00'), now)).toBe('сегодня в 00:00');
  expect(momentWords(moscowTime('2026-11-25', '00:00'), now)).toBe('завтра, в среду, 25 ноября, в 00:00');
});
