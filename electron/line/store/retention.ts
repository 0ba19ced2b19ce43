import type { Kysely } from 'kysely';
import type { Instant } from '../../../shared/regulation/time.ts';
import type { LineSchema } from './schema.ts';
import type { RetentionRepository } from './store.ts';

/** Closed events with all that hangs on them (attempts, history, bookings, consents), and the facts of that time. The audit trail stays. */
export function retentionRepository(db: Kysely<LineSchema>): RetentionRepository {
  const old = (before: Instant) => db.selectFrom('events').where('closed_at', '<', before);
  return {
    async closedBefore(before) {
      const { count } = await old(before)
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async removeClosedBefore(before, limit) {
      const events = old(before).select('id').orderBy('closed_at').limit(limit);
      const { numDeletedRows } = await db.deleteFrom('events').where('id', 'in', events).executeTakeFirstOrThrow();
      const facts = db.selectFrom('facts').select('id').where('received_at', '<', before).limit(limit);
      const deleted = await db.deleteFrom('facts').where('id', 'in', facts).executeTakeFirstOrThrow();
      return { events: Number(numDeletedRows), facts: Number(deleted.numDeletedRows) };
    },
  };
}
