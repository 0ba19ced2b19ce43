import { sql, type SelectQueryBuilder } from 'kysely';
import { phoneKey } from '../../shared/regulation/phone-number.ts';
import { fold } from '../sqlite/search.ts';
import type { DeskDatabase, DeskTables } from './schema.ts';

type Found = { row: number; record: string; alive_at: number };
type Narrow = (rows: Rows) => Rows;
type Rows = SelectQueryBuilder<DeskTables, 'consultations', Found>;

/** «История» shows this many. */
const HISTORY = 5;
/** A chain longer than this is shown in part. */
const CHAIN = 50;

/** Which consultations belong together: by who called, and by «Продолжение». */
export function journalLinks({ kysely, all, first, written }: DeskDatabase) {
  const rows = (): Rows => kysely.selectFrom('consultations').select(['row', 'record', 'alive_at']);

  return {
    /** The last consultations of a number, a registration number or an organisation, the latest first. */
    history(who: { number: string; registrationNumber: string; organisation: string; except: string | null }): Found[] {
      const latest = (value: string, narrow: Narrow): Found[] => {
        if (value === '') return [];
        const ended = narrow(rows().where('ended_at', 'is not', null));
        return all(
          ended
            .where('id', '!=', who.except ?? '')
            .orderBy('row', 'desc')
            .limit(HISTORY),
        );
      };
      const number = phoneKey(who.number);
      const registrationNumber = who.registrationNumber.trim();
      const organisation = fold(who.organisation);
      const found = [
        ...latest(number, (of) => of.where('number_key', '=', number)),
        ...latest(registrationNumber, (of) => of.where('registration_number', '=', registrationNumber)),
        // Said twice for the index, which leaves the unnamed out.
        ...latest(organisation, (of) =>
          of.where('organisation_key', '=', organisation).where('organisation_key', '!=', ''),
        ),
      ];
      const each = [...new Map(found.map((one) => [one.row, one])).values()];
      return each.sort((a, b) => b.row - a.row).slice(0, HISTORY);
    },

    /** Every consultation that is linked with this one by «Продолжение», the earliest first; none: it stands alone. */
    chain(id: string): Found[] {
      // Only an earlier one can be continued, so the way up ends.
      const root = first(
        written(sql<{ id: string }>`
          WITH RECURSIVE up (id, n, continues_id) AS (
            SELECT id, n, continues_id FROM consultations WHERE id = ${id}
            UNION ALL SELECT c.id, c.n, c.continues_id FROM up JOIN consultations AS c ON c.id = up.continues_id
          ) SELECT id FROM up ORDER BY n LIMIT 1`),
      );
      if (root === undefined) return [];
      const linked = all(
        written(sql<Found>`
          WITH RECURSIVE down (id) AS (
            SELECT ${root.id}
            UNION ALL SELECT c.id FROM down JOIN consultations AS c ON c.continues_id = down.id
          ) SELECT row, record, alive_at FROM consultations WHERE id IN (SELECT id FROM down) ORDER BY row LIMIT ${CHAIN}`),
      );
      return linked.length < 2 ? [] : linked;
    },
  };
}
