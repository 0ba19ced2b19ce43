import { expect, test } from 'vitest';
import { lateCallSound } from './late-call-sound.ts';
import type { CallSound } from './sound.ts';

const unused = (): never => {
  throw new Error('opened');
};

test('a call that ended before anything needed its sound leaves none behind', () => {
  const sound = lateCallSound(unused);
  expect(sound.microphone().state).toBe('none');
  expect(sound.remote()).toBeNull();
  sound.relay(null);
  sound.stopTone();
  sound.close();
  // An answer that was still being made asks for the voice to send.
  expect(() => sound.outgoing).toThrow('The call is over');
});

test('it is made once, and closed with the call', () => {
  const story: string[] = [];
  const sound = lateCallSound(() => {
    story.push('made');
    const made: CallSound = {
      get outgoing() {
        return unused();
      },
      playRemote: () => {},
      openMicrophone: () => Promise.resolve({ ok: false, problem: 'busy' }),
      letThrough: (open) => void story.push(String(open)),
      remote: () => null,
      relay: () => {},
      microphone: () => ({ state: 'live', peak: 0, loudness: 0 }),
      playTone: () => Promise.resolve(),
      stopTone: () => {},
      close: () => void story.push('closed'),
    };
    return made;
  });
  sound.letThrough(false);
  sound.letThrough(true);
  expect(sound.microphone().state).toBe('live');
  sound.close();
  expect(story).toEqual(['made', 'false', 'true', 'closed']);
});
