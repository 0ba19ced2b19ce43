import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameWords, numberKey, readings, words } from './search-words.ts';
import { beginsNearly, halves } from './typos.ts';

const russian = fc.string({
  unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюя'),
  minLength: 1,
  maxLength: 12,
});
/** The same keys with the other layout on. */
const KEYS = new Map(
  [...'йцукенгшщзхъфывапролджэячсмитьбю'].map((sign, key) => [sign, "qwertyuiop[]asdfghjkl;'zxcvbnm,."[key] ?? '']),
);
const typedInLatin = (word: string): string => [...word].map((sign) => KEYS.get(sign) ?? sign).join('');
const FORMS = ['ООО', 'ип', 'АО', 'Общество с ограниченной ответственностью', 'Индивидуальный предприниматель'];

test('text as the registry is searched: folded, letters and digits only', () => {
  expect(words(' ООО «Аптека-Центр № 5, Ёлка» ')).toBe('ооо аптека центр 5 елка');
  expect(numberKey(' 81-02 345 ')).toBe('8102345');
});

test('a name begins with what tells it from others', () => {
  expect(nameWords('ООО «Аптека»')).toEqual(['аптека', 'ооо']);
  expect(nameWords('Аптека, Общество с ограниченной ответственностью')).toEqual([
    'аптека',
    'общество',
    'с',
    'ограниченной',
    'ответственностью',
  ]);
  expect(nameWords('ИП')).toEqual(['ип']);
});

test.each([
  ['Аптека ООО', [['аптека'], ['fgntrf']]],
  ['ооо', [['ооо'], ['jjj']]],
  ['8102345', [['8102345'], ['102345']]],
  ['+7 (916) 123-45', [['791612345'], ['91612345'], ['7', '916', '123', '45']]],
  ['fgntrf', [['fgntrf'], ['аптека']]],
  [',epeker', [['epeker'], ['бузулук']]],
  ['ООО fgntrf', [['fgntrf'], ['аптека']]],
  ['   ', []],
  ['«»', []],
])('what «%s» may mean', (typed, expected) => {
  expect(readings(typed)).toEqual(expected);
});

test('folding is done once and for all: what is folded folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = words(text);
      expect(words(folded)).toBe(folded);
      expect(folded).not.toMatch(/[^\p{L}\p{N}\p{M} ]|^ | $| {2}|ё/u);
    }),
  );
});

test('case, ё, quotes, dashes and spaces do not change what is searched', () => {
  const sign = fc.constantFrom('«', '»', '"', '„', '“', '-', '—', ' ', '.', '№');
  fc.assert(
    fc.property(fc.array(russian, { minLength: 1, maxLength: 4 }), sign, sign, (list, before, after) => {
      const disguised = list.map((word) => `${before}${word.toUpperCase().replaceAll('Е', 'Ё')}${after}`).join(' ');
      expect(words(disguised)).toBe(words(list.join(' ')));
    }),
  );
});

test('a legal form changes nothing, wherever it stands', () => {
  const form = fc.constantFrom(...FORMS);
  fc.assert(
    fc.property(fc.array(russian, { minLength: 1, maxLength: 4 }), fc.nat(4), form, (list, place, one) => {
      const telling = list.map((word) => `я${word}`);
      expect(readings([...telling.slice(0, place), one, ...telling.slice(place)].join(' '))[0]).toEqual(
        readings(telling.join(' '))[0],
      );
    }),
  );
});

test('whatever is typed in the wrong layout has what was meant among its readings', () => {
  fc.assert(
    fc.property(fc.array(russian, { minLength: 1, maxLength: 4 }), (list) => {
      const meant = readings(list.join(' '))[0];
      expect(readings(list.map(typedInLatin).join(' '))).toContainEqual(meant);
    }),
  );
});

/** By the book: the fewest single mistakes (a neighbour swap is one) between two words. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => i + j));
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i];
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped);
    }
  }
  return at(a.length, b.length);
}

test('one mistake is what the book says it is, against every beginning of the word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'абв'), minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(word, word, (typed, other) => {
      const beginnings = Array.from({ length: other.length + 1 }, (_, length) => other.slice(0, length));
      expect(beginsNearly(typed, other)).toBe(beginnings.some((beginning) => distance(typed, beginning) <= 1));
    }),
    { numRuns: 2_000 },
  );
});

test('one mistake leaves one of the two parts whole', () => {
  const alphabet = fc.constantFrom(...'абвг');
  const word = fc.string({ unit: alphabet, minLength: 4, maxLength: 9 });
  fc.assert(
    fc.property(
      word,
      fc.nat(9),
      alphabet,
      fc.constantFrom('wrong', 'extra', 'missing', 'swapped'),
      (meant, near, sign, kind) => {
        const at = near % meant.length;
        const [before, after] = [meant.slice(0, at), meant.slice(at + 1)];
        const typed = {
          wrong: before + sign + after,
          extra: before + sign + (meant[at] ?? '') + after,
          missing: before + after,
          swapped: before + (after[0] ?? '') + (meant[at] ?? '') + after.slice(1),
        }[kind];
        const parts = halves(typed);
        if (parts === null) {
          expect(typed.length).toBeLessThan(5);
          return;
        }
        expect(parts.end.length).toBeGreaterThanOrEqual(3);
        expect(meant.startsWith(parts.beginning) || meant.includes(parts.end)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
