import { expect, test } from 'vitest';
import { fold } from './search.ts';

test('folding: case, ё, quotes and spaces do not matter', () => {
  expect(fold('  ООО «Ёлка»  "Аптека № 5" ')).toBe('ооо елка аптека № 5');
});
