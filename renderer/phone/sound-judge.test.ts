import { expect, test } from 'vitest';
import { createSoundJudge, type MicrophoneSigns } from './sound-judge.ts';
import type { SoundStretch } from './sound-counters.ts';

const TALK = { held: false, muted: false };
const live: MicrophoneSigns = { state: 'live', peak: 0.2, loudness: 0.05 };
const quiet: MicrophoneSigns = { state: 'live', peak: 0.0005, loudness: 0.0001 };

function stretch(mos: number, over: Partial<SoundStretch> = {}): SoundStretch {
  const quality = { mos, lossPercent: 8, sentLossPercent: null, jitterMs: 12, roundTripMs: 21 };
  return { quality, packets: 100, loudness: 0.05, ...over };
}
const nothing: SoundStretch = { quality: null, packets: 0, loudness: 0 };

test('two bad seconds among good ones are nobody’s business', () => {
  const judge = createSoundJudge(0);
  for (const [index, mos] of [4.3, 4.3, 1.5, 4.3, 1.5, 1.5, 4.3].entries()) {
    judge.heard(stretch(mos), TALK, index * 2_000);
    expect(judge.state().quality).toBeNull();
  }
});

test('bad is said after some seconds and stays until the sound is well again', () => {
  const judge = createSoundJudge(0);
  let at = 0;
  const listen = (...scores: number[]) => {
    for (const mos of scores) judge.heard(stretch(mos), TALK, (at += 2_000));
    return judge.state().quality;
  };
  expect(listen(3.2, 3.2), 'four seconds').toBeNull();
  expect(listen(3.2)).toEqual({ mos: 3.2, lossPercent: 8, sentLossPercent: null, jitterMs: 10, roundTripMs: 20 });
  expect(listen(3.7, 3.7, 3.7)?.mos, 'better, not well').toBe(3.7);
  expect(listen(4.2, 4.2, 4.2)).toBeNull();
  expect(judge.summary()).toEqual({ averageMos: 3.7, worstMos: 3.2, lossPercent: 8, worstLossPercent: 8 });
});

test('nothing is heard: after 4 s without a packet, after 10 s of silence, never on hold', () => {
  const judge = createSoundJudge(0);
  const warned = () => judge.state().warnings.includes('nothing-heard');
  judge.heard(nothing, TALK, 2_000);
  expect(warned()).toBe(false);
  judge.heard(nothing, TALK, 4_000);
  expect(warned()).toBe(true);
  judge.heard(stretch(4.3), TALK, 6_000);
  expect(warned()).toBe(false);
  for (let at = 8_000; at <= 14_000; at += 2_000) judge.heard(stretch(4.3, { loudness: 0 }), TALK, at);
  expect(warned(), '8 s of silence').toBe(false);
  judge.heard(stretch(4.3, { loudness: 0 }), TALK, 16_000);
  expect(warned(), '10 s of silence').toBe(true);
  judge.heard(nothing, { held: true, muted: false }, 18_000);
  expect(warned(), 'on hold').toBe(false);
  judge.heard(nothing, TALK, 20_000);
  expect(warned(), 'counted anew after the hold').toBe(false);
});

test('nothing is sent: zeros or a dead track for 4 s; a quiet room is no silence; not while muted or held', () => {
  const judge = createSoundJudge(0);
  const look = (signs: MicrophoneSigns, at: number, wanted = TALK) => {
    judge.looked(signs, wanted, at);
    return judge.state().warnings;
  };
  expect(look(quiet, 20_000)).toEqual([]);
  const dead = { state: 'live', peak: 0, loudness: 0 } as const;
  expect(look(dead, 23_900)).toEqual([]);
  expect(look(dead, 24_000)).toEqual(['nothing-sent']);
  expect(look(dead, 24_500, { held: false, muted: true })).toEqual([]);
  expect(look(dead, 25_000, { held: true, muted: false })).toEqual([]);
  expect(look({ ...dead, state: 'ended' }, 29_000)).toEqual(['nothing-sent']);
  expect(look(live, 29_500)).toEqual([]);
});

test('muted at the device is said at once, and not as a dead microphone', () => {
  const judge = createSoundJudge(0);
  judge.looked({ state: 'muted', peak: 0, loudness: 0 }, TALK, 9_000);
  expect(judge.state().warnings).toEqual(['headset-muted']);
  judge.looked(live, TALK, 9_500);
  expect(judge.state().warnings).toEqual([]);
});

test('a microphone that another program holds is said at once, and not as a dead one', () => {
  const judge = createSoundJudge(0);
  const busy = { state: 'busy', peak: 0, loudness: 0 } as const;
  const look = (at: number, wanted = TALK) => {
    judge.looked(busy, wanted, at);
    return judge.state().warnings;
  };
  expect(look(500)).toEqual(['microphone-busy']);
  expect(look(9_000)).toEqual(['microphone-busy']);
  expect(look(9_500, { held: false, muted: true })).toEqual([]);
  expect(look(10_000, { held: true, muted: false })).toEqual([]);
});

test('speaking while muted is said when it goes on, and for some seconds after', () => {
  const judge = createSoundJudge(0);
  const look = (signs: MicrophoneSigns, at: number, muted = true) => {
    judge.looked(signs, { held: false, muted }, at);
    return judge.state().warnings.includes('speaking-muted');
  };
  expect(look(live, 500, false)).toBe(false);
  expect(look(live, 1_000), 'a click').toBe(false);
  expect(look(live, 1_500)).toBe(true);
  expect(look(quiet, 5_000)).toBe(true);
  expect(look(quiet, 5_500)).toBe(false);
  expect(look(live, 6_000, false)).toBe(false);
});

test('a call in which nothing was ever heard has no figures', () => {
  const judge = createSoundJudge(0);
  judge.heard(nothing, TALK, 60_000);
  expect(judge.summary()).toBeNull();
});
