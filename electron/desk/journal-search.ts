import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { JournalFigures, JournalQuestion } from '../../shared/contract/journal.ts';
import { addDays, moscowTime, type DateKey, type Instant } from '../../shared/regulation/time.ts';
import { parseInquiryNumber } from '../../shared/regulation/inquiry-number.ts';
import { hasTerms, searchedRecord, searchExpression, searchTerms } from './journal-words.ts';
import type { DeskDatabase, DeskTables } from './schema.ts';

type Found = { row: number; record: string; alive_at: number };
type Filter = Pick<JournalQuestion, 'from' | 'to' | 'outcome' | 'endReason' | 'kind'>;

/** Rows are in the order the consultations began, unless the clock was set; this many to each side of a period are looked at as well. */
const OUT_OF_ORDER = 1_000;

/** Of so few consultations each is looked at itself: quicker than finding the place of a period in the index. */
const LOOKED_AT = 600;

/**
 * Searches of the journal, the latest first. Both indexes (words and rows) give their rows in this order, so nothing is sorted: a page costs
 * what is on it, however long the journal is.
 */
export function journalSearch({ kysely, all, first }: DeskDatabase) {
  /** @param before the row the page before ended with; null: the first page */
  function page(question: JournalQuestion, before: number | null): Found[] {
    const { text, limit } = question;
    const span = rowsBetween(question);
    if (span === null) return [];
    const to = Math.min(span.to, before === null ? span.to : before - 1);
    const rows = kysely
      .selectFrom('consultations')
      .select(['row', 'record', 'alive_at'])
      .where((eb) => meets(eb, question))
      .where('row', '>=', span.from)
      .where('row', '<=', to)
      .orderBy('row', 'desc');
    const inquiry = parseInquiryNumber(text);
    if (inquiry.ok) return all(rows.where('n', '=', inquiry.n));
    if (text.trim() === '') return all(rows.limit(limit));
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    if (isShort(question)) {
      const has = ({ record }: Found) => hasTerms(searchedRecord.parse(JSON.parse(record)), terms);
      return all(rows).filter(has).slice(0, limit);
    }
    // CROSS JOIN keeps the order of the tables: the words' rows lead, from the last one down.
    const found = kysely
      .selectFrom('journal_words')
      .crossJoin('consultations')
      .select(['row', 'record', 'alive_at'])
      .where(sql<SqlBool>`journal_words MATCH ${searchExpression(terms)}`)
      .where('journal_words.rowid', '>=', span.from)
      .where('journal_words.rowid', '<=', to)
      .whereRef('row', '=', 'journal_words.rowid')
      .where((eb) => meets(eb, question));
    return all(found.orderBy('journal_words.rowid', 'desc').limit(limit));
  }

  /** Whether the days asked for have few consultations. */
  function isShort({ from, to }: Filter): boolean {
    if (from === null) return false;
    let rows = kysely.selectFrom('consultations').select('row').where('started_at', '>=', dayStart(from));
    if (to !== null) rows = rows.where('started_at', '<', dayStart(addDays(to, 1)));
    return all(rows.limit(LOOKED_AT + 1)).length <= LOOKED_AT;
  }

  /** Where the rows of a period lie, generously; null: there are none. */
  function rowsBetween({ from, to }: Filter): { from: number; to: number } | null {
    const rows = () => kysely.selectFrom('consultations').select('row').limit(1);
    const ends = { from: 0, to: Number.MAX_SAFE_INTEGER };
    if (from !== null) {
      const earliest = first(rows().where('started_at', '>=', dayStart(from)).orderBy('started_at'));
      if (earliest === undefined) return null;
      ends.from = earliest.row - OUT_OF_ORDER;
    }
    if (to !== null) {
      const latest = first(
        rows()
          .where('started_at', '<', dayStart(addDays(to, 1)))
          .orderBy('started_at', 'desc'),
      );
      if (latest === undefined) return null;
      ends.to = latest.row + OUT_OF_ORDER;
    }
    return ends;
  }

  return {
    page,

    /**
     * A period's consultations (2.4: none that was not held), how long they were, how many were cut at the limit; service calls apart (4.1). Both
     * days included.
     */
    figures(from: DateKey, to: DateKey): JournalFigures {
      const held = first(
        kysely
          .selectFrom('consultations')
          .where('talk_day', '>=', from)
          .where('talk_day', '<=', to)
          .where('end_reason', 'is not', null)
          .where((eb) => eb.or([eb('closing', 'is', null), eb('closing', 'not in', ['not-held', 'service'])]))
          .select((eb) => [
            eb.fn.countAll<number>().as('consultations'),
            eb.fn.avg<number | null>('talk_ms').as('average'),
            eb.fn.count<number>(eb.case().when('end_reason', '=', 'limit').then(1).end()).as('cut'),
          ]),
      );
      const service = first(
        kysely
          .selectFrom('consultations')
          .where('talk_day', '>=', from)
          .where('talk_day', '<=', to)
          .where('closing', '=', 'service')
          .select((eb) => eb.fn.countAll<number>().as('calls')),
      );
      return {
        serviceCalls: service?.calls ?? 0,
        consultations: held?.consultations ?? 0,
        averageMs: held?.average ?? null,
        cutAtLimit: held?.cut ?? 0,
      };
    },
  };
}

/** Ended, within the days, with the outcome and the end asked for. */
function meets(eb: ExpressionBuilder<DeskTables, 'consultations'>, { from, to, outcome, endReason, kind }: Filter) {
  return eb.and([
    eb('ended_at', 'is not', null),
    ...(from === null ? [] : [eb('started_at', '>=', dayStart(from))]),
    ...(to === null ? [] : [eb('started_at', '<', dayStart(addDays(to, 1)))]),
    ...(outcome === null ? [] : [eb('outcome', '=', outcome)]),
    ...(endReason === null ? [] : [eb('end_reason', '=', endReason)]),
    ...(kind === 'service' ? [eb('closing', '=', 'service')] : []),
    ...(kind === 'consultation' ? [eb.or([eb('closing', 'is', null), eb('closing', '!=', 'service')])] : []),
  ]);
}

const dayStart = (day: DateKey): Instant => moscowTime(day, '00:00');
