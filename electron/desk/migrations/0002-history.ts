import type { Migration } from '../../sqlite/migrations.ts';

/** `indexed_words(record)` and `organisation_key(record)` are the desk's own functions (schema.ts). */
export const history: Migration = {
  version: 2,
  name: 'history',
  sql: `
    ALTER TABLE consultations ADD COLUMN outcome TEXT;
    -- The earlier consultation this one continues («Продолжение»).
    ALTER TABLE consultations ADD COLUMN continues_id TEXT;
    -- The organisation as it is compared: folded.
    ALTER TABLE consultations ADD COLUMN organisation_key TEXT NOT NULL DEFAULT '';
    UPDATE consultations SET outcome = record ->> '$.card.outcome', organisation_key = organisation_key(record);
    CREATE INDEX consultations_by_outcome ON consultations (outcome);
    CREATE INDEX consultations_by_end_reason ON consultations (end_reason);
    CREATE INDEX consultations_by_earlier ON consultations (continues_id) WHERE continues_id IS NOT NULL;
    CREATE INDEX consultations_by_organisation ON consultations (organisation_key) WHERE organisation_key != '';
    DROP INDEX consultations_by_day;
    -- All a day's figures need.
    CREATE INDEX consultations_by_day ON consultations (talk_day, closing, end_reason, talk_ms);

    -- What the journal is searched by (journal-words.ts), written with the consultation; rowid is its row, so the latest come first by themselves.
    DROP TABLE journal_anywhere;
    DROP TABLE journal_beginning;
    CREATE VIRTUAL TABLE journal_words USING fts5(text, content = '', contentless_delete = 1, tokenize = 'trigram');
    INSERT INTO journal_words (rowid, text) SELECT row, indexed_words(record) FROM consultations;

    -- Calls nobody answered wait by number, until somebody has taken care of it.
    ALTER TABLE missed_calls ADD COLUMN number_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE missed_calls ADD COLUMN settled_at INTEGER;
    ALTER TABLE missed_calls ADD COLUMN settled_by TEXT;
    UPDATE missed_calls SET number_key = phone_key(number);
    CREATE INDEX missed_calls_open ON missed_calls (number_key, at) WHERE settled_at IS NULL;
  `,
};
