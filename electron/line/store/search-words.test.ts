import { expect, test } from 'vitest';
import { readings, words } from './search-words.ts';

test('text as the registry is searched: folded, letters and digits only', () => {
  expect(words(' ООО «Аптека-Центр № 5, Ёлка» ')).toBe('ооо аптека центр 5 елка');
});

test.each([
  ['Аптека ООО', [['аптека'], ['fgntrf', 'jjj']]],
  ['ооо', [['ооо'], ['jjj']]],
  ['8102345', [['8102345'], ['102345'], ['8102345']]],
  ['+7 (916) 123-45', [['791612345'], ['91612345'], ['7', '916', '123', '45']]],
  ['fgntrf', [['fgntrf'], ['аптека']]],
  [',epeker', [['epeker'], ['бузулук']]],
  ['   ', []],
  ['«»', []],
])('what «%s» may mean', (typed, expected) => {
  expect(readings(typed)).toEqual(expected);
});
