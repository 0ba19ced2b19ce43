import { expect, test } from 'vitest';
import { sql, type SqlBool } from 'kysely';
import { searchExpression, searchTerms } from './journal-words.ts';
import { openDeskDatabase } from './schema.ts';

test('words of three characters and more are looked for anywhere, shorter ones as beginnings, lone signs not at all', () => {
  expect(searchTerms('Аптека ёл № 1')).toEqual([['аптека', '  ел', '  1']]);
  expect(searchExpression(searchTerms('Аптека ёл'))).toBe('("аптека" AND "  ел")');
  expect(searchTerms(' «» - ')).toEqual([]);
});

test('a phone number is looked for as it is kept; its digits may be another number as well', () => {
  expect(searchTerms('89161234567')).toEqual([['+79161234567'], ['89161234567']]);
});

test('whatever is typed is a term, never a query of its own', () => {
  const { kysely, all, close } = openDeskDatabase(':memory:');
  for (const typed of ['a" OR "апт', 'NEAR(апт)', '*апт*', 'text:апт', '"""1', '(апт', "o'neil"]) {
    const expression = searchExpression(searchTerms(typed));
    const search = kysely
      .selectFrom('journal_words')
      .select('rowid')
      .where(sql<SqlBool>`journal_words MATCH ${expression}`);
    expect(() => all(search), typed).not.toThrow();
  }
  close();
});
