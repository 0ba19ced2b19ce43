import { expect, test } from 'vitest';
import { KEY_COMMANDS } from '../../../shared/contract/keys.ts';
import { personalSettings } from '../../../shared/contract/settings.ts';
import { commandOf, DEFAULT_KEYS, keymapOf, keyText } from './keymap.ts';
import { reservedFor } from './reserved.ts';

const usual = keymapOf({});
type Held = Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', true>>;
const pressed = (code: string, held: Held = {}) => ({
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const press = (code: string, held?: Held) => commandOf(usual, pressed(code, held));

test('keys go by their place, so the layout changes nothing', () => {
  expect(press('KeyF', { ctrlKey: true })).toBe('search');
  expect(press('KeyK', { ctrlKey: true })).toBe('palette');
});

test('the same key with Shift is another command', () => {
  expect([press('F2'), press('F2', { shiftKey: true })]).toEqual(['answer', 'end']);
});

test('F4 and Esc are nobody’s', () => {
  expect([press('F4'), press('Escape')]).toEqual([null, null]);
});

test('no two commands share a key, and none has a reserved one', () => {
  const keys = KEY_COMMANDS.map((command) => keyText(DEFAULT_KEYS[command]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(KEY_COMMANDS.map((command) => reservedFor(DEFAULT_KEYS[command]))).toEqual(KEY_COMMANDS.map(() => null));
});

test('the number pad’s Enter is Enter', () => {
  expect(press('NumpadEnter', { ctrlKey: true })).toBe('close');
});

test('keys are written as people say them', () => {
  expect([keyText(usual('end')), keyText(usual('search')), keyText(usual('candidate-2'))]).toEqual([
    'Shift F2',
    'Ctrl F',
    'Alt 2',
  ]);
  expect([keyText({ code: 'Slash', ctrl: true }), keyText({ code: 'NumpadAdd' }), keyText(null)]).toEqual([
    'Ctrl /',
    'Num +',
    '',
  ]);
});

test('a key of one’s own replaces the usual one, and takes it from the command that had it', () => {
  const keymap = keymapOf({ hold: { code: 'F7' } });
  expect([commandOf(keymap, pressed('F7')), commandOf(keymap, pressed('F6')), keymap('mute')]).toEqual([
    'hold',
    null,
    null,
  ]);
});

test('keys of a newer program, or broken ones, cost nobody the other settings', () => {
  const kept = { theme: 'dark', keys: { hold: { code: 'F10' }, teleport: { code: 'F7' }, mute: 'F7' } };
  expect(personalSettings.parse(kept)).toMatchObject({ theme: 'dark', keys: { hold: { code: 'F10' } } });
  expect(Object.keys(personalSettings.parse(kept).keys)).toEqual(['hold']);
});
