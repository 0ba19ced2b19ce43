import { z } from 'zod';
import { afterCall } from '../../shared/contract/between-calls.ts';
import { availability } from '../../shared/contract/desk.ts';
import { callbackEvent, type CallbackEvent } from '../../shared/contract/events.ts';
import {
  storyLine,
  type JournalPage,
  type JournalQuestion,
  type JournalRow,
  type JournalStory,
} from '../../shared/contract/journal.ts';
import type { CallMedia } from '../../shared/contract/phone.ts';
import { shift } from '../../shared/contract/shift.ts';
import type { Remembered } from '../../shared/desk-state/effects.ts';
import type { Surroundings } from '../../shared/desk-state/snapshot.ts';
import { journalRowOf } from '../../shared/desk-state/journal-row.ts';
import {
  callRecord,
  consultationRecord,
  type CallRecord,
  type ConsultationRecord,
} from '../../shared/desk-state/record.ts';
import { stageLines } from '../../shared/desk-state/stages.ts';
import { parseInquiryNumber } from '../../shared/regulation/inquiry-number.ts';
import { phoneKey } from '../../shared/regulation/phone-number.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { journalLinks } from './journal-links.ts';
import { journalSearch } from './journal-search.ts';
import { missedReader } from './missed-reader.ts';
import type { DeskDatabase } from './schema.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const RECENT = 10;
const UNCLOSED = 50;

const remembered = z.object({ availability, afterCall: afterCall.nullable(), shift }).partial() satisfies z.ZodType<
  Partial<Remembered>
>;

type Stored = { record: string; alive_at: number };

/** A stored consultation; it was alive at least as late as the heartbeat says. */
function recordOf({ record, alive_at }: Stored): ConsultationRecord {
  const parsed = consultationRecord.parse(JSON.parse(record));
  return { ...parsed, touchedAt: Math.max(parsed.touchedAt, alive_at) };
}
const rowOf = (stored: Stored): JournalRow => journalRowOf(recordOf(stored));

/** Reads of the desk's journal. Everything that comes from the disk is parsed. */
export function journalReader(database: DeskDatabase) {
  const { kysely, all, first } = database;
  const search = journalSearch(database);
  const links = journalLinks(database);
  const missed = missedReader(database);
  const consultations = () => kysely.selectFrom('consultations').select(['record', 'alive_at']);

  const mediaOf = (consultationId: string): CallMedia[] => {
    const calls = kysely.selectFrom('calls').select('record').where('consultation_id', '=', consultationId);
    return all(calls.orderBy('started_at')).flatMap(({ record }) => callRecord.parse(JSON.parse(record)).media ?? []);
  };

  /** Conversations with a number, the latest first. */
  const talkedWith = (number: string): JournalRow[] => {
    const talked = consultations().where('number_key', '=', phoneKey(number)).where('ended_at', 'is not', null);
    return all(talked.orderBy('started_at', 'desc').limit(50)).map(rowOf);
  };

  return {
    talkedWith,

    consultation(id: string): ConsultationRecord | null {
      const stored = first(consultations().where('id', '=', id));
      return stored === undefined ? null : recordOf(stored);
    },

    /** Consultations without an end, the latest first: the service was killed in them. By `n` all of a year would be read for it. */
    unfinished(): ConsultationRecord[] {
      const unclosed = consultations().where('closed_at', 'is', null).where('ended_at', 'is', null);
      return all(unclosed.orderBy('started_at', 'desc')).map(recordOf);
    },

    /** The consultation that began last. */
    latest(): ConsultationRecord | null {
      const stored = first(consultations().orderBy('n', 'desc').limit(1));
      return stored === undefined ? null : recordOf(stored);
    },

    /** The unclosed consultation each of these calls belongs to. */
    recordsOfCalls(callIds: string[]): ConsultationRecord[] {
      if (callIds.length === 0) return [];
      const ids = kysely.selectFrom('calls').select('consultation_id').where('id', 'in', callIds);
      return all(consultations().where('closed_at', 'is', null).where('id', 'in', ids)).map(recordOf);
    },

    call(id: string): CallRecord | null {
      const stored = first(kysely.selectFrom('calls').select('record').where('id', '=', id));
      return stored === undefined ? null : callRecord.parse(JSON.parse(stored.record));
    },

    /** The last calls that ended: facts about them may be repeated. */
    endedCallIds(limit: number): string[] {
      const ended = kysely.selectFrom('calls').select('id').where('ended_at', 'is not', null);
      return all(ended.orderBy('ended_at', 'desc').limit(limit)).map(({ id }) => id);
    },

    nextNumber(): number {
      const stored = first(kysely.selectFrom('consultations').select((eb) => eb.fn.max('n').as('last')));
      return (stored?.last ?? 0) + 1;
    },

    events(): CallbackEvent[] {
      return all(kysely.selectFrom('events').select('event')).map(({ event }) =>
        callbackEvent.parse(JSON.parse(event)),
      );
    },

    /** What the consultant was, and said for later. */
    remembered(): Partial<Remembered> {
      const stored = all(kysely.selectFrom('remembered').selectAll());
      return remembered.parse(Object.fromEntries(stored.map(({ name, value }) => [name, JSON.parse(value)])));
    },

    /** «Незакрытые», the last callers, the day's figures and who waits in «Пропущенные». */
    overview(day: string): Pick<Surroundings, 'unclosed' | 'recent' | 'today' | 'missed'> {
      const unclosed = consultations().where('closed_at', 'is', null).where('ended_at', 'is not', null);
      const recent = consultations().where('ended_at', 'is not', null);
      return {
        unclosed: all(unclosed.orderBy('started_at').limit(UNCLOSED)).map(rowOf),
        recent: all(recent.orderBy('started_at', 'desc').limit(RECENT)).map(rowOf),
        today: search.figures(day, day),
        missed: missed.summary(),
      };
    },

    /** What the journal knows of a number: the last conversations, and how often it called within the week before. */
    caller(
      number: string,
      callId: string,
      at: Instant,
    ): { history: JournalRow[]; callsThisWeek: number; past: JournalRow[] } {
      const key = phoneKey(number);
      const past = talkedWith(number);
      const calls = first(
        kysely
          .selectFrom('calls')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('number_key', '=', key)
          .where('direction', '=', 'incoming')
          .where('started_at', '>', at - WEEK_MS)
          .where('id', '!=', callId),
      );
      return { history: past.slice(0, 5), callsThisWeek: calls?.count ?? 0, past };
    },

    conversationsOf(registrationNumber: string): number {
      const found = first(
        kysely
          .selectFrom('consultations')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('registration_number', '=', registrationNumber),
      );
      return found?.count ?? 0;
    },

    /** The journal, the latest first: by any part of number, inquiry number, organisation, phone, words of the comment. */
    search(question: JournalQuestion): JournalPage {
      const found = search.page(question, question.after);
      const inquiry = parseInquiryNumber(question.text);
      return {
        rows: found.map(rowOf),
        next: found.length < question.limit ? null : (found.at(-1)?.row ?? null),
        wrongCheck: !inquiry.ok && inquiry.code === 'check',
      };
    },

    figures: search.figures,
    missed,

    /** «История»: the last consultations of a number, a registration number or an organisation. */
    history: (who: Parameters<typeof links.history>[0]): JournalRow[] => links.history(who).map(rowOf),

    /** The whole story of a consultation; null: there is none of this identifier. */
    story(id: string): JournalStory | null {
      const stored = first(consultations().where('id', '=', id));
      if (stored === undefined) return null;
      const record = recordOf(stored);
      const lines = all(
        kysely
          .selectFrom('story_lines')
          .select(['at', 'what', 'text'])
          .where('consultation_id', '=', id)
          .orderBy('at')
          .orderBy('id'),
      );
      const ids = record.eventId === null ? record.bookedEventIds : [...record.bookedEventIds, record.eventId];
      const events = ids.length === 0 ? [] : all(kysely.selectFrom('events').select('event').where('id', 'in', ids));
      return {
        row: journalRowOf(record),
        card: record.card,
        clock: record.clock,
        events: events.map(({ event }) => callbackEvent.parse(JSON.parse(event))),
        lines: [...z.array(storyLine).parse(lines), ...stageLines(record)].sort((a, b) => a.at - b.at),
        media: mediaOf(id),
        chain: links.chain(id).map(rowOf),
        continues: record.continues?.id ?? null,
      };
    },
  };
}

export type JournalReader = ReturnType<typeof journalReader>;
