import { expect, test } from 'vitest';
import type { SoundQuality, SoundWarning } from '../../../shared/contract/call-sound.ts';
import { troubleOf } from './trouble.ts';

const QUALITY: SoundQuality = { mos: 3.1, lossPercent: 0, sentLossPercent: null, jitterMs: 10, roundTripMs: 40 };
const said = (warnings: SoundWarning[], quality: Partial<SoundQuality> | null = null, muted = false) =>
  troubleOf({ muted, sound: { warnings, quality: quality && { ...QUALITY, ...quality } } })?.kind ?? null;

test('one thing is said: what the consultant can change first, then what he cannot', () => {
  expect(said(['nothing-heard', 'headset-muted'])).toBe('headset-muted');
  expect(said(['nothing-heard', 'microphone-busy'])).toBe('microphone-busy');
  expect(said(['nothing-heard'], { lossPercent: 9 })).toBe('nothing-heard');
  expect(said([])).toBeNull();
});

test('bad sound is told by its cause', () => {
  expect(said([], { lossPercent: 9, sentLossPercent: 3 })).toBe('loss-here');
  expect(said([], { lossPercent: 3, sentLossPercent: 9 })).toBe('loss-there');
  expect(said([], { roundTripMs: 620 })).toBe('delay');
  expect(said([], {})).toBe('bad');
});

test('while muted only speaking is worth a word', () => {
  expect(said(['speaking-muted'], { lossPercent: 9 }, true)).toBe('speaking-muted');
  expect(said(['nothing-heard'], { lossPercent: 9 }, true)).toBeNull();
});
