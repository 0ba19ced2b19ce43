import { sql } from 'kysely';
import { missedReason, type MissedRow } from '../../shared/contract/missed.ts';
import type { DeskDatabase, DeskTables } from './schema.ts';

/** More callers than this nobody can call back. */
const SHOWN = 200;
const LOOKED_AT = 2_000;

/** Reads of «Пропущенные». */
export function missedReader({ kysely, all, first }: DeskDatabase) {
  const open = () => kysely.selectFrom('missed_calls').where('settled_at', 'is', null);

  return {
    /** How many callers wait, and since when the last one: changes whenever the list does. */
    summary(): { callers: number; lastAt: number | null } {
      const counted = first(
        open().select((eb) => [
          eb.fn.count<number>('number_key').distinct().as('callers'),
          eb.fn.max('at').as('lastAt'),
        ]),
      );
      return { callers: counted?.callers ?? 0, lastAt: counted?.lastAt ?? null };
    },

    /** Callers nobody has spoken to since, one row a number, the latest first. */
    rows(): MissedRow[] {
      const calls = all(open().selectAll().orderBy('at', 'desc').limit(LOOKED_AT));
      const byNumber = new Map<string, typeof calls>();
      for (const call of calls) byNumber.set(call.number_key, [...(byNumber.get(call.number_key) ?? []), call]);
      return [...byNumber.values()].slice(0, SHOWN).flatMap((missed) => rowOf(missed) ?? []);
    },
  };

  /** @param calls of one number, the latest first */
  function rowOf(calls: readonly DeskTables['missed_calls'][]): MissedRow | null {
    const [latest] = calls;
    if (latest === undefined) return null;
    const { number, display_name: displayName, dialled, at: lastAt } = latest;
    return {
      number,
      displayName,
      ...lastKnown(latest.number_key),
      calls: calls.length,
      firstAt: calls.at(-1)?.at ?? lastAt,
      lastAt,
      reason: missedReason.parse(latest.reason),
      dialled,
    };
  }

  function lastKnown(numberKey: string): Pick<MissedRow, 'contact' | 'organisation' | 'registrationNumber'> {
    const card = (field: string) => sql<string>`record ->> ${sql.lit(`$.card.${field}`)}`;
    const known = first(
      kysely
        .selectFrom('consultations')
        .where('number_key', '=', numberKey)
        .where('ended_at', 'is not', null)
        .select([
          card('contact').as('contact'),
          card('organisation').as('organisation'),
          card('registrationNumber').as('registrationNumber'),
        ])
        .orderBy('started_at', 'desc')
        .limit(1),
    );
    return known ?? { contact: '', organisation: '', registrationNumber: '' };
  }
}
