import type { Kysely } from 'kysely';
import { z } from 'zod';
import { journalRow, type JournalRow } from '../../../shared/contract/journal.ts';
import type { LineSchema } from './schema.ts';
import type { FactRepository } from './store.ts';

const closingBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consultation-closed'), row: journalRow }),
  z.object({ kind: z.literal('consultation-reopened'), consultationId: z.string() }),
]);

/** The desks' facts as they came, with what came of them: the id makes each count once, however often it is delivered. */
export function factRepository(db: Kysely<LineSchema>): FactRepository {
  return {
    async known(id) {
      const row = await db.selectFrom('facts').select('id').where('id', '=', id).executeTakeFirst();
      return row !== undefined;
    },
    async add({ id, at, consultant, body }, receivedAt, result) {
      await db
        .insertInto('facts')
        .values({
          id,
          at,
          received_at: receivedAt,
          consultant_id: consultant.id,
          consultant_name: consultant.name,
          kind: body.kind,
          body: JSON.stringify(body),
          result,
        })
        .execute();
    },
    async consultationsSince(at) {
      const rows = await db
        .selectFrom('facts')
        .select('body')
        .where('kind', 'in', ['consultation-closed', 'consultation-reopened'])
        .where('at', '>=', at)
        .orderBy('at')
        .execute();
      const closed = new Map<string, JournalRow>();
      for (const { body } of rows) {
        const told = closingBody.parse(JSON.parse(body));
        if (told.kind === 'consultation-closed') closed.set(told.row.id, told.row);
        else closed.delete(told.consultationId);
      }
      return [...closed.values()];
    },
  };
}
