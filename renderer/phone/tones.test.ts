import { expect, test } from 'vitest';
import { TONES, samplesOf } from './tones.ts';

test('a tone has its pitch, its length and no click', () => {
  const samples = samplesOf(TONES.farewell, 8_000);
  expect(samples).toHaveLength(7_200);
  const crossings = (from: number, to: number) =>
    samples.slice(from, to).filter((sample, index, all) => index > 0 && sample >= 0 && (all[index - 1] ?? 0) < 0)
      .length;
  expect(Math.abs(crossings(0, 2_800) - 660 * 0.35)).toBeLessThan(3);
  expect(Math.max(...samples.slice(2_900, 4_300))).toBe(0);
  expect(Math.abs(crossings(4_400, 7_200) - 660 * 0.35)).toBeLessThan(3);
  const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(0.15);
  expect(Math.max(...samples)).toBeLessThan(0.201);
});
