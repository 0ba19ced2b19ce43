import { expect, test } from 'vitest';
import { mosOf, ratingOf } from './voice-quality.ts';

const mos = (lossPercent: number, delayMs: number) => Math.round(mosOf(ratingOf({ lossPercent, delayMs })) * 100) / 100;

test('the E-model’s own landmarks: 4.34 for R 90, 4.03 for 80, 3.60 for 70, 3.10 for 60, 2.58 for 50 (G.107 Annex B)', () => {
  const landmarks = { 90: 4.34, 80: 4.03, 70: 3.6, 60: 3.1, 50: 2.58 };
  for (const [rating, score] of Object.entries(landmarks)) {
    expect(Math.abs(mosOf(Number(rating)) - score)).toBeLessThan(0.01);
  }
  expect([0, -5, 100, 120].map(mosOf)).toEqual([1, 1, 4.5, 4.5]);
});

test('loss, by G.107 (7-29) with G.711’s Bpl of 25.1: Ie,eff of 5 % is 15.8', () => {
  expect(93.2 - ratingOf({ lossPercent: 5, delayMs: 0 })).toBeCloseTo(15.78, 2);
  expect(mos(0, 0)).toBe(4.41);
  expect(mos(5, 100)).toBe(3.82);
  expect(mos(20, 100)).toBe(2.51);
});

test('delay: little until 177 ms, then much', () => {
  expect(93.2 - ratingOf({ lossPercent: 0, delayMs: 150 })).toBeCloseTo(3.6, 5);
  expect(93.2 - ratingOf({ lossPercent: 0, delayMs: 400 })).toBeCloseTo(34.1, 1);
  expect(mos(0, 400)).toBeLessThan(3.1);
});

test('never better with more loss or more delay, and always within the scale', () => {
  for (let lossPercent = 0; lossPercent <= 100; lossPercent += 5) {
    for (let delayMs = 0; delayMs <= 2_000; delayMs += 50) {
      const here = mos(lossPercent, delayMs);
      expect(here).toBeGreaterThanOrEqual(1);
      expect(here).toBeLessThanOrEqual(4.5);
      expect(mos(lossPercent + 5, delayMs)).toBeLessThanOrEqual(here);
      expect(mos(lossPercent, delayMs + 50)).toBeLessThanOrEqual(here);
    }
  }
});
