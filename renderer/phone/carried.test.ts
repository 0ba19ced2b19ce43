import { expect, test } from 'vitest';
import { carriedOf, carriedText } from './carried.ts';

test('a carried consultation is one token that reads back the same', () => {
  const carried = { id: '0192b5a0-4f5e-7c3d-9a1b-2c3d4e5f6071', n: 173, elapsedMs: 187_000 };
  expect(carriedText(carried)).toMatch(/^[\w-]+$/);
  expect(carriedOf(carriedText(carried))).toEqual(carried);
});

test.each([
  null,
  '',
  'x',
  '_1_2',
  'a_b_c',
  'a_1_-5',
  `${'a'.repeat(65)}_1_2`,
  'a_1_2;x=1',
  '<script>_1_2',
  'a_1_99999999999',
])('%s is none', (header) => expect(carriedOf(header)).toBeNull());
