import { expect, test } from 'vitest';
import { createSpeech } from './speech.ts';

function listen(seed: number, frames: number): Int16Array[] {
  const speak = createSpeech(seed);
  return Array.from({ length: frames }, speak);
}

const loudness = (frame: Int16Array): number => Math.sqrt(frame.reduce((sum, s) => sum + s * s, 0) / frame.length);

test('the same seed speaks the same way, another one differently', () => {
  const [first, second, other] = [listen(7, 200), listen(7, 200), listen(8, 200)];
  expect(first).toEqual(second);
  expect(first).not.toEqual(other);
});

test('frames are 20 ms, loud enough to hear and never clipped', () => {
  const frames = listen(1, 1500);
  expect(frames.every((frame) => frame.length === 160)).toBe(true);
  const peak = frames.reduce((most, frame) => Math.max(most, ...frame.map(Math.abs)), 0);
  expect(peak).toBeGreaterThan(5000);
  expect(peak).toBeLessThan(16_000);
});

test('speech has words and pauses: both make up a good part of half a minute', () => {
  const loud = listen(3, 1500).filter((frame) => loudness(frame) > 300).length;
  expect(loud).toBeGreaterThan(400);
  expect(loud).toBeLessThan(1300);
});
