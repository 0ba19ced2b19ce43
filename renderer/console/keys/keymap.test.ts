import { expect, test } from 'vitest';
import { commandOf, KEYMAP, keysText } from './keymap.ts';

const press = (code: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', true>> = {}) =>
  commandOf({ code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held });

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

test('no two commands share a key', () => {
  const keys = Object.values(KEYMAP).map((binding) => JSON.stringify(binding));
  expect(new Set(keys).size).toBe(keys.length);
});

test('the number pad’s Enter is Enter', () => {
  expect(press('NumpadEnter', { ctrlKey: true })).toBe('close');
});

test('keys are written as people say them', () => {
  expect([keysText('end'), keysText('search'), keysText('candidate-2')]).toEqual(['Shift F2', 'Ctrl F', 'Alt 2']);
});
