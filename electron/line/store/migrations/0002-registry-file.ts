import type { Migration } from '../../../sqlite/migrations.ts';

/** The registry moves into a file of its own (electron/line/registry). Only the training line had any entries here, and it fills them anew. */
export const line0002: Migration = {
  version: 2,
  name: 'registry-file',
  sql: `
DROP TABLE registry_search;
DROP TABLE registry_licences;
DROP TABLE registry_phones;
DROP TABLE registry_entries;
DELETE FROM line_values WHERE name = 'registry-as-of';
`,
};
