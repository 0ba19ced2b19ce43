import type { Migration } from '../../sqlite/migrations.ts';

const registry: Migration = {
  version: 1,
  name: 'registry',
  sql: `
-- What is looked for by equality and by beginning; \`entry\` is all of it (JSON, shared/contract/registry.ts). Rows stand in the order of names.
CREATE TABLE entries (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number_key TEXT NOT NULL,
  inn TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX entries_number ON entries (number_key, row);
CREATE INDEX entries_inn ON entries (inn, row);

CREATE TABLE phones (
  phone_key TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (phone_key, row)
) STRICT, WITHOUT ROWID;

-- Every part one may search by, each word after two spaces: so a word of one letter begins with three characters too. rowid is the row.
CREATE VIRTUAL TABLE search USING fts5(name, place, number, digits, content = '', tokenize = 'trigram');

-- The words of names and cities, for one that was mistyped; two spaces before each.
CREATE VIRTUAL TABLE vocabulary USING fts5(word, tokenize = 'trigram');

-- Where the data are from and how old they are; one row.
CREATE TABLE about (as_of INTEGER NOT NULL, source TEXT NOT NULL, entries INTEGER NOT NULL) STRICT;
`,
};

export const REGISTRY_MIGRATIONS: readonly Migration[] = [registry];
