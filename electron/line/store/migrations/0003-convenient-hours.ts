import type { Migration } from '../../../sqlite/migrations.ts';

/** «Удобно с … до …» of an event, by the user's own clock (4.2). */
export const line0003: Migration = {
  version: 3,
  name: 'convenient-hours',
  sql: `
ALTER TABLE events ADD COLUMN convenient_from TEXT;
ALTER TABLE events ADD COLUMN convenient_until TEXT;
`,
};
