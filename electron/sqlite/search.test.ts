import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { openDatabase } from './database.ts';
import { fold, searchTerms } from './search.ts';

test('folding: case, ё, quotes and spaces do not matter', () => {
  expect(fold('  ООО «Ёлка»  "Аптека № 5" ')).toBe('ооо елка аптека № 5');
});

test('words of three characters and more are looked for anywhere, shorter ones as beginnings, lone signs not at all', () => {
  expect(searchTerms('Аптека ёл № 12')).toEqual({ anywhere: '"аптека"', beginning: '"ел"* AND "12"*' });
  expect(searchTerms(' «» - ')).toEqual({ anywhere: null, beginning: null });
});

test('whatever is typed is a term, never a query of its own', () => {
  const database = openDatabase<{ words: { text: string } }>({
    file: ':memory:',
    migrations: [
      { version: 1, name: 'words', sql: "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'trigram')" },
    ],
  });
  database.run(database.kysely.insertInto('words').values({ text: 'аптека' }));
  for (const typed of ['a" OR "апт', 'NEAR(апт)', '*апт*', 'text:апт', '"""', '(апт']) {
    const { anywhere } = searchTerms(typed);
    const search = database.kysely
      .selectFrom('words')
      .select('text')
      .where(sql<boolean>`words MATCH ${anywhere ?? '"нет"'}`);
    expect(() => database.all(search), typed).not.toThrow();
  }
  database.close();
});
