import { expect, test } from 'vitest';
import type { SoundState } from '../contract/call-sound.ts';
import { reducerDesk } from './reducer-lab.ts';

const QUALITY = { mos: 2.94, lossPercent: 12, sentLossPercent: null, jitterMs: 60, roundTripMs: 180 };

function talking() {
  const desk = reducerDesk();
  const ring = {
    kind: 'ringing',
    callId: 'c',
    number: '+79161234567',
    displayName: '',
    dialled: '',
    agoMs: 0,
  } as const;
  desk.happen({ kind: 'fact', fact: ring });
  desk.happen({ kind: 'fact', fact: { kind: 'answered', callId: 'c', agoMs: 0 } });
  const sounds = (state: SoundState, callId = 'c') =>
    desk.happen({ kind: 'fact', fact: { kind: 'call-sound', callId, state, agoMs: 0 } });
  const lines = () =>
    desk.effects.flatMap((effect) =>
      effect.kind === 'write' && effect.write.kind === 'story' ? [effect.write.line] : [],
    );
  return {
    desk,
    sounds,
    story: () =>
      lines()
        .map(({ what, text }) => `${what} ${text}`.trim())
        .slice(2),
  };
}

test('bad sound is shown while it lasts; the story has its beginning with figures and its end', () => {
  const { desk, sounds, story } = talking();
  sounds({ quality: QUALITY, warnings: [] });
  expect(desk.state.call?.sound.quality).toEqual(QUALITY);
  sounds({ quality: { ...QUALITY, mos: 2.5 }, warnings: [] });
  sounds({ quality: null, warnings: [] });
  expect(desk.state.call?.sound.quality).toBeNull();
  expect(story()).toEqual(['sound-bad MOS 2.9, 12 %', 'sound-good']);
});

test('each trouble is in the story once a call; speaking while muted never', () => {
  const { sounds, story } = talking();
  for (const warnings of [
    ['nothing-heard'],
    [],
    ['nothing-heard', 'headset-muted'],
    ['nothing-sent'],
    ['speaking-muted'],
  ] as const) {
    sounds({ quality: null, warnings: [...warnings] });
  }
  expect(story()).toEqual(['nothing-heard', 'nothing-sent', 'nothing-sent']);
});

test('a call nobody knows changes nothing', () => {
  const { desk, sounds } = talking();
  const before = desk.state;
  sounds({ quality: QUALITY, warnings: [] }, 'unknown');
  expect(desk.state).toEqual(before);
});
