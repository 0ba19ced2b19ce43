import { sql } from 'kysely';
import type { LineFact } from '../../shared/contract/link.ts';
import type { JournalWrite } from '../../shared/desk-state/effects.ts';
import { consultationRecord, type CallRecord, type ConsultationRecord } from '../../shared/desk-state/record.ts';
import { phoneKey } from '../../shared/regulation/phone-number.ts';
import { moscowDate } from '../../shared/regulation/time.ts';
import { fold } from '../sqlite/search.ts';
import { indexedWords } from './journal-words.ts';
import type { DeskDatabase } from './schema.ts';

/** Who the facts come from, and how they are named. */
export type Author = { consultant: LineFact['consultant']; newId(): string };

/** Writes what one step of the desk decided: all of it in one transaction, on disk when it returns. */
export function writeJournal(database: DeskDatabase, writes: readonly JournalWrite[], author: Author): void {
  if (writes.length === 0) return;
  database.transaction(() => latestOfEach(writes).forEach((write) => writeOne(database, write, author)));
}

/** Within one step only the last state of a consultation or a call matters. */
function latestOfEach(writes: readonly JournalWrite[]): JournalWrite[] {
  const keyOf = (write: JournalWrite): string | null => {
    if (write.kind === 'consultation' || write.kind === 'call') return `${write.kind} ${write.record.id}`;
    return write.kind === 'event' ? `event ${write.event.id}` : null;
  };
  const last = new Map(writes.map((write, index) => [keyOf(write), index]));
  return writes.filter((write, index) => keyOf(write) === null || last.get(keyOf(write)) === index);
}

function writeOne(database: DeskDatabase, write: JournalWrite, author: Author): void {
  const { kysely, run } = database;
  switch (write.kind) {
    case 'consultation':
      return writeConsultation(database, consultationRecord.parse(write.record));
    case 'call':
      return writeCall(database, write.record);
    case 'story':
      run(kysely.insertInto('story_lines').values({ consultation_id: write.consultationId, ...write.line }));
      return;
    case 'event': {
      const event = JSON.stringify(write.event);
      const insert = kysely.insertInto('events').values({ id: write.event.id, event });
      run(insert.onConflict((conflict) => conflict.column('id').doUpdateSet({ event })));
      return;
    }
    case 'forget-event':
      run(kysely.deleteFrom('events').where('id', '=', write.id));
      return;
    case 'fact': {
      const { at, body } = write;
      const fact: LineFact = { id: author.newId(), at, consultant: author.consultant, body };
      const event_id = body.kind === 'event-booked' ? body.event.id : 'eventId' in body ? body.eventId : null;
      run(kysely.insertInto('outbox').values({ id: fact.id, event_id, fact: JSON.stringify(fact) }));
      return;
    }
    case 'missed': {
      const { callId: call_id, displayName: display_name, ...missed } = write.missed;
      const number_key = phoneKey(missed.number);
      const insert = kysely.insertInto('missed_calls').values({ call_id, display_name, number_key, ...missed });
      run(insert.onConflict((conflict) => conflict.doNothing()));
      return;
    }
    case 'missed-settled': {
      const { number, at, by } = write;
      const calls = kysely.updateTable('missed_calls').where('number_key', '=', phoneKey(number));
      // What was put aside by hand can be taken back; what was taken care of stays so.
      if (by === null) run(calls.where('settled_by', '=', 'not-needed').set({ settled_at: null, settled_by: null }));
      else run(calls.where('settled_at', 'is', null).where('at', '<=', at).set({ settled_at: at, settled_by: by }));
      return;
    }
    case 'remembered': {
      for (const [name, remembered] of Object.entries(write.what)) {
        const value = JSON.stringify(remembered);
        const insert = kysely.insertInto('remembered').values({ name, value });
        run(insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })));
      }
      return;
    }
  }
}

function writeConsultation(database: DeskDatabase, record: ConsultationRecord): void {
  const { kysely, first } = database;
  const columns = consultationColumns(record);
  const insert = kysely.insertInto('consultations').values({ id: record.id, n: record.n, ...columns });
  const upsert = insert.onConflict((conflict) => conflict.column('id').doUpdateSet(columns)).returning('row');
  const stored = first(upsert);
  if (stored === undefined) throw new Error('an upsert returned no row');
  index(database, stored.row, indexedWords(record));
}

/** What a consultation is found and counted by, and the whole of it. */
export function consultationColumns(record: ConsultationRecord) {
  const { answeredAt, clock, kind } = record;
  return {
    number_key: phoneKey(record.number),
    registration_number: record.card.registrationNumber.trim(),
    started_at: record.startedAt,
    // A consultation is one whose clock has run; a call nobody answered is none. Service calls are counted apart, by how they were closed.
    talk_day: (clock === null && kind !== 'service') || answeredAt === null ? null : moscowDate(answeredAt),
    talk_ms: Math.round(record.talkMs),
    end_reason: record.endReason,
    ended_at: record.endedAt,
    closed_at: record.closedAt,
    closing: kind === 'service' ? 'service' : record.card.closing,
    outcome: record.card.outcome,
    continues_id: record.continues?.id ?? null,
    organisation_key: fold(record.card.organisation),
    alive_at: record.touchedAt,
    record: JSON.stringify(record),
  };
}

function index({ kysely, run }: DeskDatabase, row: number, text: string): void {
  run(kysely.deleteFrom('journal_words').where('rowid', '=', row));
  run(kysely.insertInto('journal_words').values({ rowid: row, text }));
}

function writeCall({ kysely, run }: DeskDatabase, record: CallRecord): void {
  const columns = {
    consultation_id: record.consultationId,
    started_at: record.startedAt,
    ended_at: record.endedAt,
    direction: record.direction,
    number_key: phoneKey(record.number),
    record: JSON.stringify(record),
  };
  const insert = kysely.insertInto('calls').values({ id: record.id, ...columns });
  run(insert.onConflict((conflict) => conflict.column('id').doUpdateSet(columns)));
}

/** The consultation is going on: what an interrupted one is known by (about every 5 s in a call). */
export function writeAlive({ kysely, run }: DeskDatabase, consultationId: string, at: number): void {
  run(
    kysely
      .updateTable('consultations')
      .set({ alive_at: sql`max(alive_at, ${at})` })
      .where('id', '=', consultationId),
  );
}
