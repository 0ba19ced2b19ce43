import { expect, test } from 'vitest';
import { wordOf } from './level.ts';

test('what is said: speak; heard, and that stays; silent after three seconds of nothing at all', () => {
  expect(wordOf('speak', { loudness: 0.001, peak: 0.01 }, 0)).toBe('speak');
  expect(wordOf('speak', { loudness: 0.05, peak: 0.3 }, 0)).toBe('heard');
  expect(wordOf('heard', { loudness: 0.001, peak: 0.01 }, 0)).toBe('heard');
  expect(wordOf('heard', { loudness: 0, peak: 0 }, 2_900)).toBe('heard');
  expect(wordOf('heard', { loudness: 0, peak: 0 }, 3_000)).toBe('silent');
  expect(wordOf('silent', { loudness: 0.0001, peak: 0.001 }, 0)).toBe('speak');
});
