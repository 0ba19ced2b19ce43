import type { Migration } from '../../../sqlite/migrations.ts';

/** The line's first shape: events, registry, facts of the desks, bookings with their consents, audit trail, values. */
export const line0001: Migration = {
  version: 1,
  name: 'line',
  sql: `
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  e164 TEXT,
  extension TEXT,
  phone_key TEXT NOT NULL,
  registration_number TEXT NOT NULL,
  organisation TEXT NOT NULL,
  configuration TEXT NOT NULL,
  city TEXT NOT NULL,
  topic TEXT,
  comment TEXT NOT NULL,
  criticality TEXT NOT NULL,
  source TEXT NOT NULL,
  booked_at INTEGER NOT NULL,
  due_by INTEGER,
  prefer_today INTEGER NOT NULL,
  preferred_at INTEGER,
  owner_id TEXT,
  owner_name TEXT,
  next_attempt_at INTEGER,
  consultation_id TEXT,
  closed_at INTEGER,
  closed_by TEXT,
  outcome TEXT,
  clause TEXT,
  on_time INTEGER
) STRICT;
CREATE INDEX events_closed ON events (closed_at);
CREATE INDEX events_open_phone ON events (phone_key) WHERE closed_at IS NULL;

CREATE TABLE event_attempts (
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  result TEXT NOT NULL,
  PRIMARY KEY (event_id, place)
) STRICT;

CREATE TABLE event_history (
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  value_before TEXT,
  value_after TEXT,
  reason TEXT,
  PRIMARY KEY (event_id, place)
) STRICT;

CREATE TABLE registry_entries (
  row_number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  registration_number TEXT NOT NULL,
  number_words TEXT NOT NULL,
  organisation TEXT NOT NULL,
  organisation_words TEXT NOT NULL,
  inn TEXT NOT NULL,
  city TEXT NOT NULL,
  configuration TEXT NOT NULL,
  contact TEXT NOT NULL,
  purchased_on TEXT
) STRICT;
CREATE INDEX registry_entries_number ON registry_entries (number_words);

CREATE TABLE registry_phones (
  entry_row INTEGER NOT NULL REFERENCES registry_entries (row_number) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  phone TEXT NOT NULL,
  phone_key TEXT NOT NULL,
  PRIMARY KEY (entry_row, place)
) STRICT;
CREATE INDEX registry_phones_key ON registry_phones (phone_key);

CREATE TABLE registry_licences (
  entry_row INTEGER NOT NULL REFERENCES registry_entries (row_number) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  PRIMARY KEY (entry_row, place)
) STRICT;

-- Every part one may search by, as words; a LIKE of three characters or more is answered by the trigrams.
CREATE VIRTUAL TABLE registry_search USING fts5(words, tokenize = 'trigram');

CREATE TABLE facts (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  consultant_id TEXT NOT NULL,
  consultant_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;

CREATE TABLE bookings (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  form_hash TEXT NOT NULL UNIQUE,
  link_hash TEXT NOT NULL UNIQUE,
  phone_key TEXT NOT NULL,
  may_cancel INTEGER NOT NULL
) STRICT;
CREATE INDEX bookings_phone ON bookings (phone_key, at);

CREATE TABLE consent_texts (
  version TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE consents (
  booking_id TEXT PRIMARY KEY REFERENCES bookings (id) ON DELETE CASCADE,
  version TEXT NOT NULL REFERENCES consent_texts (version),
  given_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);

CREATE TABLE line_values (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`,
};
