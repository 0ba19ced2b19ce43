import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { LineSchema } from './schema.ts';
import type { AuditRepository } from './store.ts';

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The audit trail: written, never changed. */
export function auditRepository(db: Kysely<LineSchema>, newId: () => string): AuditRepository {
  return {
    async add({ details: given, ...entry }) {
      await db
        .insertInto('audit')
        .values({ id: newId(), ...entry, details: JSON.stringify(given) })
        .execute();
    },
    async last(count) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(count)
        .execute();
      return rows.map(({ at, who, what, subject, details: kept }) => ({
        at,
        who,
        what,
        subject,
        details: details.parse(JSON.parse(kept)),
      }));
    },
  };
}
