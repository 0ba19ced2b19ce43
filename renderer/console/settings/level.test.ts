import { expect, test } from 'vitest';
import { barOf, wordOf } from './level.ts';

test('the bar goes in even steps of loudness from −60 dB to full', () => {
  expect([0, 0.0001, 0.001, 0.01, 0.1, 1, 2].map(barOf)).toEqual([0, 0, 0, 33, 67, 100, 100]);
});

test('what is said: speak; heard, and that stays; silent after three seconds of nothing at all', () => {
  expect(wordOf('speak', { loudness: 0.001, peak: 0.01 }, 0)).toBe('speak');
  expect(wordOf('speak', { loudness: 0.05, peak: 0.3 }, 0)).toBe('heard');
  expect(wordOf('heard', { loudness: 0.001, peak: 0.01 }, 0)).toBe('heard');
  expect(wordOf('heard', { loudness: 0, peak: 0 }, 2_900)).toBe('heard');
  expect(wordOf('heard', { loudness: 0, peak: 0 }, 3_000)).toBe('silent');
  expect(wordOf('silent', { loudness: 0.0001, peak: 0.001 }, 0)).toBe('speak');
});
