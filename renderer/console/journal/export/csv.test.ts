import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('semicolons, quotes where they are needed, CRLF at the end of each row', () => {
  expect(
    csvOf([
      ['обращение', 'комментарий'],
      ['4К-173', 'касса; «чек»\nне идёт, "код" 5'],
      ['', 12],
    ]),
  ).toBe('обращение;комментарий\r\n4К-173;"касса; «чек»\nне идёт, ""код"" 5"\r\n;12\r\n');
});

test.each(['=1+1', '+7 916', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in Excel', (text) => {
  expect(
    csvOf([[text]])
      .replaceAll('"', '')
      .startsWith("'"),
  ).toBe(true);
});
