import type { Generated } from 'kysely';
import { phoneKey } from '../../shared/regulation/phone-number.ts';
import type { Sqlite } from '../sqlite/database.ts';
import { openDatabase } from '../sqlite/database.ts';
import { fold } from '../sqlite/search.ts';
import { indexedWords, searchedRecord } from './journal-words.ts';
import { journal } from './migrations/0001-journal.ts';
import { history } from './migrations/0002-history.ts';

/** The tables of the desk's database as kysely sees them; their shape and meaning stand in the migrations. */
export type DeskTables = {
  consultations: {
    row: Generated<number>;
    id: string;
    n: number;
    number_key: string;
    registration_number: string;
    started_at: number;
    talk_day: string | null;
    talk_ms: number;
    end_reason: string | null;
    ended_at: number | null;
    closed_at: number | null;
    closing: string | null;
    outcome: string | null;
    continues_id: string | null;
    organisation_key: string;
    alive_at: number;
    record: string;
  };
  journal_words: { rowid: number; text: string };
  calls: {
    id: string;
    consultation_id: string | null;
    started_at: number;
    ended_at: number | null;
    direction: string;
    number_key: string;
    record: string;
  };
  story_lines: { id: Generated<number>; consultation_id: string; at: number; what: string; text: string };
  events: { id: string; event: string };
  outbox: { seq: Generated<number>; id: string; event_id: string | null; fact: string };
  missed_calls: {
    call_id: string;
    at: number;
    number: string;
    e164: string | null;
    display_name: string;
    dialled: string;
    reason: string;
    number_key: string;
    settled_at: number | null;
    settled_by: string | null;
  };
  remembered: { name: string; value: string };
};

export type DeskDatabase = Sqlite<DeskTables>;

/** Opens the desk's database. @throws DatabaseTooNewError */
export const openDeskDatabase = (file: string): DeskDatabase =>
  openDatabase<DeskTables>({
    file,
    migrations: [journal, history],
    functions: {
      indexed_words: (record) => indexedWords(searchedRecord.parse(JSON.parse(record))),
      organisation_key: (record) => fold(searchedRecord.parse(JSON.parse(record)).card.organisation),
      phone_key: phoneKey,
    },
  });
