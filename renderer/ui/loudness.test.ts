import { expect, test } from 'vitest';
import { barOf } from './loudness.ts';

test('the bar goes in even steps of loudness from −60 dB to full', () => {
  expect([0, 0.0001, 0.001, 0.01, 0.1, 1, 2].map(barOf)).toEqual([0, 0, 0, 33, 67, 100, 100]);
});
