import { expect, test } from 'vitest';
import { createToneKeys } from './tone-keys.ts';
import type { ToneSender } from './tone-keys.ts';

function setUp() {
  const played: string[] = [];
  let ended = () => {};
  const sender: ToneSender & { canInsertDTMF: boolean } = {
    canInsertDTMF: true,
    insertDTMF: (tones) => void played.push(tones),
    addEventListener: (_type: string, listener: unknown) => {
      ended = () => {
        if (typeof listener === 'function') listener({ tone: '' });
      };
    },
  };
  return { played, sender, end: () => ended(), keys: createToneKeys(sender) };
}

test('quickly typed keys are played one after the other, each once', () => {
  const { played, keys, end } = setUp();
  keys('4');
  keys('2');
  keys('#,1');
  expect(played).toEqual(['4']);
  for (let count = 0; count < 8; count += 1) end();
  expect(played).toEqual(['4', '2', '#', ',', '1']);
  keys('9');
  expect(played.at(-1)).toBe('9');
});

test('a far end that takes no tones gets none, and none later', () => {
  const { played, sender, keys, end } = setUp();
  keys('12');
  sender.canInsertDTMF = false;
  end();
  expect(keys('3')).toBe(false);
  sender.canInsertDTMF = true;
  keys('4');
  expect(played).toEqual(['1', '4']);
});
