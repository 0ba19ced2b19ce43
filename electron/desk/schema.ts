import type { Generated } from 'kysely';
import type { Sqlite } from '../sqlite/database.ts';
import { openDatabase } from '../sqlite/database.ts';
import { journal } from './migrations/0001-journal.ts';

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
    alive_at: number;
    record: string;
  };
  journal_anywhere: { rowid: number; text: string };
  journal_beginning: { rowid: number; text: string };
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
  };
  remembered: { name: string; value: string };
};

export type DeskDatabase = Sqlite<DeskTables>;

/** Opens the desk's database. @throws DatabaseTooNewError */
export const openDeskDatabase = (file: string): DeskDatabase =>
  openDatabase<DeskTables>({ file, migrations: [journal] });
