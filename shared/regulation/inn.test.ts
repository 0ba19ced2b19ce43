import fc from 'fast-check';
import { expect, test } from 'vitest';
import { innVerdict } from './inn.ts';

test.each([
  ['7707083893', 'valid'],
  ['7830002293', 'valid'],
  [' 7707 083 893 ', 'valid'],
  ['500100732259', 'valid'],
  // The sum leaves 10, and its control digit is 0: of ten digits, and each of the two of twelve.
  ['7788925930', 'valid'],
  ['772105222801', 'valid'],
  ['771368677290', 'valid'],
  // Adygea is region 01.
  ['0105606871', 'valid'],
  ['7707083894', 'wrong-control'],
  ['7707038893', 'wrong-control'],
  ['500100732258', 'wrong-control'],
  ['500100732269', 'wrong-control'],
  ['0000000000', 'all-zeros'],
  ['000000000000', 'all-zeros'],
  ['770708389', 'wrong-length'],
  ['77070838931', 'wrong-length'],
  ['7707083893123', 'wrong-length'],
  ['77070838A3', 'not-digits'],
  ['-707083893', 'not-digits'],
  ['', 'empty'],
  ['  ', 'empty'],
])('2.3 (facts, INN): «%s» is %s', (text, verdict) => {
  expect(innVerdict(text)).toBe(verdict);
});

test.each(['7707083893', '500100732259'])('2.3 (facts, INN): one wrong control digit of %s never passes', (inn) => {
  const controls = inn.length === 10 ? [9] : [10, 11];
  fc.assert(
    fc.property(fc.constantFrom(...controls), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digit = (Number(inn[place]) + shift) % 10;
      expect(innVerdict(inn.slice(0, place) + String(digit) + inn.slice(place + 1))).toBe('wrong-control');
    }),
  );
});
