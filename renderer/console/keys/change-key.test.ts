import { expect, test } from 'vitest';
import { changeKey, swapKeys } from './change-key.ts';
import { keymapOf } from './keymap.ts';

test('a free key is kept, the usual one needs no keeping', () => {
  const changed = changeKey({}, 'hold', { code: 'F10', ctrl: true });
  expect(changed).toEqual({ kind: 'changed', own: { hold: { code: 'F10', ctrl: true } } });
  expect(changeKey({ hold: { code: 'KeyB', ctrl: true } }, 'hold', { code: 'F6' })).toEqual({
    kind: 'changed',
    own: {},
  });
});

test('another command’s key is refused, and the command is named', () => {
  expect(changeKey({}, 'hold', { code: 'F7' })).toEqual({ kind: 'taken', by: 'mute' });
  expect(changeKey({ mute: { code: 'KeyM', alt: true } }, 'hold', { code: 'F7' })).toMatchObject({ kind: 'changed' });
});

test('two commands swap their keys', () => {
  const own = swapKeys({}, 'hold', 'mute');
  expect([keymapOf(own)('hold'), keymapOf(own)('mute')]).toEqual([{ code: 'F7' }, { code: 'F6' }]);
  expect(swapKeys(own, 'hold', 'mute')).toEqual({});
});

test.each([
  [{ code: 'F4' }, 'one-c'],
  [{ code: 'Escape' }, 'escape'],
  [{ code: 'F2', ctrl: true, shift: true }, 'global'],
  [{ code: 'KeyT', ctrl: true }, 'browser'],
  [{ code: 'F5' }, 'browser'],
  [{ code: 'F12' }, 'browser'],
  [{ code: 'KeyC', ctrl: true }, 'editing'],
  [{ code: 'Delete' }, 'editing'],
  [{ code: 'Tab' }, 'moving'],
  [{ code: 'Enter' }, 'moving'],
  [{ code: 'KeyQ' }, 'typing'],
  [{ code: 'Digit1' }, 'typing'],
  [{ code: 'KeyQ', shift: true }, 'typing'],
  [{ code: 'KeyQ', ctrl: true, alt: true }, 'typing'],
  [{ code: 'F4', alt: true }, 'browser'],
] as const)('%o is kept for %s', (key, why) => {
  expect(changeKey({}, 'hold', key)).toEqual({ kind: 'reserved', why });
});

test.each([
  { code: 'KeyQ', alt: true },
  { code: 'Space', ctrl: true },
  { code: 'F6', shift: true },
] as const)('%o is free', (key) => {
  expect(changeKey({}, 'hold', key).kind).toBe('changed');
});
