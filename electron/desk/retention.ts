import { sql } from 'kysely';
import type { Instant } from '../../shared/regulation/time.ts';
import type { DeskDatabase } from './schema.ts';

/** So few at once that nothing waits for them. */
const AT_ONCE = 100;

/** What a part keeps no longer than it must. */
export type Retention = {
  /** How many would be removed. */
  count(before: Instant): number;
  /** Removes them, a few at a time, so that calls go on. Returns how many. */
  remove(before: Instant): Promise<number>;
};

/**
 * Consultations of the journal that began before an instant, with their calls and story. Never one that is not closed, nor one whose event is
 * open; and the last one stays, because inquiry numbers go on from it.
 */
export function journalRetention(database: DeskDatabase, isClosed: () => boolean): Retention {
  const { kysely, first, all, run, transaction } = database;
  const openEvents = kysely
    .selectFrom('events')
    .select(sql<string>`event ->> '$.consultationId'`.as('id'))
    .where(sql<boolean>`event ->> '$.closed' IS NULL AND event ->> '$.consultationId' IS NOT NULL`);
  const old = (before: Instant) =>
    kysely
      .selectFrom('consultations')
      .where('started_at', '<', before)
      .where('closed_at', 'is not', null)
      .where('id', 'not in', openEvents)
      .where('n', '<', (eb) => eb.selectFrom('consultations').select((last) => last.fn.max('n').as('n')));

  function removeSome(before: Instant): number {
    const some = all(old(before).select(['row', 'id']).orderBy('started_at').limit(AT_ONCE));
    if (some.length === 0) return 0;
    const rows = some.map(({ row }) => row);
    const ids = some.map(({ id }) => id);
    transaction(() => {
      run(kysely.deleteFrom('journal_words').where('rowid', 'in', rows));
      run(kysely.deleteFrom('story_lines').where('consultation_id', 'in', ids));
      run(kysely.deleteFrom('calls').where('consultation_id', 'in', ids));
      run(kysely.deleteFrom('consultations').where('row', 'in', rows));
    });
    return some.length;
  }

  return {
    count: (before) => first(old(before).select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0,
    async remove(before) {
      let removed = 0;
      while (!isClosed()) {
        const some = removeSome(before);
        removed += some;
        if (some < AT_ONCE) break;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return removed;
    },
  };
}
