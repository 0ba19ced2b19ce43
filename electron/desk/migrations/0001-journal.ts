import type { Migration } from '../../sqlite/migrations.ts';

export const journal: Migration = {
  version: 1,
  name: 'journal',
  sql: `
    -- A consultation: \`record\` is all of it (JSON, shared/desk-state/record.ts); the columns are what it is found and counted by.
    CREATE TABLE consultations (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      n INTEGER NOT NULL,
      number_key TEXT NOT NULL,
      registration_number TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      talk_day TEXT,
      talk_ms INTEGER NOT NULL,
      end_reason TEXT,
      ended_at INTEGER,
      closed_at INTEGER,
      closing TEXT,
      alive_at INTEGER NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX consultations_by_start ON consultations (started_at);
    CREATE INDEX consultations_by_number ON consultations (number_key, started_at);
    CREATE INDEX consultations_by_registration_number ON consultations (registration_number);
    CREATE INDEX consultations_by_day ON consultations (talk_day);
    CREATE INDEX consultations_unclosed ON consultations (started_at) WHERE closed_at IS NULL;
    CREATE UNIQUE INDEX consultations_by_n ON consultations (n);

    -- What the journal is searched by, folded; rowid is the consultation's row.
    CREATE VIRTUAL TABLE journal_anywhere USING fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram');
    CREATE VIRTUAL TABLE journal_beginning USING fts5(text, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2');

    CREATE TABLE calls (
      id TEXT PRIMARY KEY,
      consultation_id TEXT,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      direction TEXT NOT NULL,
      number_key TEXT NOT NULL,
      record TEXT NOT NULL
    ) STRICT;
    CREATE INDEX calls_by_consultation ON calls (consultation_id);
    CREATE INDEX calls_by_number ON calls (number_key, started_at);
    CREATE INDEX calls_by_end ON calls (ended_at);

    CREATE TABLE story_lines (
      id INTEGER PRIMARY KEY,
      consultation_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      what TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX story_lines_by_consultation ON story_lines (consultation_id, at);

    -- The desk's mirror of the line's callback events (JSON).
    CREATE TABLE events (id TEXT PRIMARY KEY, event TEXT NOT NULL) STRICT;

    -- Facts for the line, in order, until it has them.
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      event_id TEXT,
      fact TEXT NOT NULL
    ) STRICT;

    CREATE TABLE missed_calls (
      call_id TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      number TEXT NOT NULL,
      e164 TEXT,
      display_name TEXT NOT NULL,
      dialled TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX missed_calls_by_time ON missed_calls (at);

    -- Small things the desk remembers by name (JSON).
    CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
};
