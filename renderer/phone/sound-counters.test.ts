import { expect, test } from 'vitest';
import { soundCountersOf, stretchBetween } from './sound-counters.ts';

const report = (inbound: object, far: object | null = null) =>
  new Map<string, unknown>([
    ['x', 'no stat'],
    ['v', { type: 'inbound-rtp', kind: 'video', packetsReceived: 9 }],
    ['i', { type: 'inbound-rtp', kind: 'audio', ...inbound }],
    ['p', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.08 }],
    ...(far === null ? [] : [['r', { type: 'remote-inbound-rtp', kind: 'audio', ...far }] as const]),
  ]);
const counters = (inbound: object, far: object | null = null) => {
  const read = soundCountersOf(report(inbound, far));
  if (read === null) throw new Error('no sound');
  return read;
};

test('a stretch: lost and late packets together, the wait in the jitter buffer, loudness', () => {
  const before = counters({ packetsReceived: 1_000, packetsLost: 5, packetsDiscarded: 1, totalSamplesDuration: 20 });
  const now = counters({
    packetsReceived: 1_095,
    packetsLost: 10,
    packetsDiscarded: 6,
    jitter: 0.03,
    jitterBufferDelay: 9_600,
    jitterBufferEmittedCount: 96_000,
    totalAudioEnergy: 0.02,
    totalSamplesDuration: 22,
  });
  const { quality, packets, loudness } = stretchBetween(before, now);
  expect(packets).toBe(95);
  expect(loudness).toBeCloseTo(0.1, 5);
  expect(quality).toMatchObject({ lossPercent: 10, sentLossPercent: null, jitterMs: 30, roundTripMs: 80 });
  // 10 % of loss; 40 ms of way, 100 of buffer, 20 of packing: R = 93.2 − 3.84 − 27.07.
  expect(quality?.mos).toBeCloseTo(3.22, 2);
});

test('what the far end misses of us counts too', () => {
  const before = counters({ packetsReceived: 0 });
  const now = counters({ packetsReceived: 100 }, { fractionLost: 0.2, roundTripTime: 0.04 });
  const { quality } = stretchBetween(before, now);
  expect(quality).toMatchObject({ lossPercent: 0, sentLossPercent: 20, roundTripMs: 40 });
  expect(quality?.mos).toBeLessThan(2.7);
});

test('nothing came: nothing to judge; no sound at all: no counters', () => {
  const same = counters({ packetsReceived: 5 });
  expect(stretchBetween(same, same)).toEqual({ quality: null, packets: 0, loudness: 0 });
  expect(soundCountersOf(new Map())).toBeNull();
});
