import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhone, phoneKey } from '../regulation/phone-number.ts';
import { dialString, withoutPrefix } from './outgoing-number.ts';

const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(''));
const russian = digits(10, 10).map((national) => `+7${national}`);
/** Of nine digits and more: 810 and eight digits are dialled like 8 and ten. */
const foreign = fc
  .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '8', '9'), digits(8, 14))
  .map(([first, rest]) => `+${first}${rest}`);
/** «810» before a Russian number would read as a foreign one; no PBX has it as its prefix. */
const prefix = digits(1, 4).filter((text) => !text.startsWith('810'));

test('what is dialled with a prefix is looked up without it, whatever number and prefix', () => {
  fc.assert(
    fc.property(fc.oneof(russian, foreign), prefix, (e164, before) => {
      const dialled = dialString(e164, before);
      expect(dialled.startsWith(before)).toBe(true);
      expect(dialled).toMatch(/^\d+$/);
      expect(phoneKey(withoutPrefix(dialled, before))).toBe(e164);
      expect(dialString(withoutPrefix(dialled, before), before), 'dialled again it is the same').toBe(dialled);
    }),
  );
});

test('a number that came without the prefix stays what it is', () => {
  fc.assert(
    fc.property(fc.oneof(russian, foreign, digits(1, 6)), prefix, (number, before) => {
      for (const text of [number, number.replace(/^\+7/, '8'), number.replace(/^\+7/, '')]) {
        expect(phoneKey(withoutPrefix(text, before))).toBe(phoneKey(text));
      }
    }),
  );
});

test('extensions and what is no number are dialled as they came', () => {
  fc.assert(
    fc.property(fc.oneof(digits(1, 6), fc.string()), prefix, (number, before) => {
      fc.pre(parsePhone(number).e164 === null);
      expect(dialString(number, before)).toBe(number.replace(/^(?:sips?|tel):/i, ''));
    }),
  );
});

test('«доб.» is left for «Донабрать»', () => {
  expect(dialString('8 (831) 222-33-44 доб. 105', '')).toBe('+78312223344');
  expect(dialString('8 (831) 222-33-44 доб. 105', '9')).toBe('988312223344');
  expect(dialString('8 (831) 222-33-44', '')).toBe('8 (831) 222-33-44');
});
