import type { Kysely } from 'kysely';
import type { LineSchema } from './schema.ts';
import type { ValueRepository } from './store.ts';

/** Single values of the line, JSON by name. */
export function valueRepository(db: Kysely<LineSchema>): ValueRepository {
  return {
    async get(name) {
      const row = await db.selectFrom('line_values').select('value').where('name', '=', name).executeTakeFirst();
      const value: unknown = row === undefined ? undefined : JSON.parse(row.value);
      return value;
    },
    async set(name, value) {
      await db
        .insertInto('line_values')
        .values({ name, value: JSON.stringify(value) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(value) }))
        .execute();
    },
  };
}
