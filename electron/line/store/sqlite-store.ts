import type { Kysely } from 'kysely';
import { openDatabase } from '../../sqlite/database.ts';
import { auditRepository } from './audit.ts';
import { bookingRepository } from './bookings.ts';
import { eventRepository } from './events.ts';
import { factRepository } from './facts.ts';
import { line0001 } from './migrations/0001-line.ts';
import { line0002 } from './migrations/0002-registry-file.ts';
import { line0003 } from './migrations/0003-convenient-hours.ts';
import { retentionRepository } from './retention.ts';
import type { LineSchema } from './schema.ts';
import type { LineStore, Repositories } from './store.ts';
import { valueRepository } from './values.ts';

const MIGRATIONS = [line0001, line0002, line0003];

/**
 * Opens the line's own SQLite file, brought to the newest migration. `newId` names audit entries.
 * @throws DatabaseTooNewError when a newer version of the program has written the file
 */
export function openSqliteStore({ file, newId }: { file: string; newId(): string }): LineStore {
  const database = openDatabase<LineSchema>({ file, migrations: MIGRATIONS });
  const { kysely } = database;
  return {
    ...repositories(kysely, newId),
    transaction: (work) => kysely.transaction().execute((within) => work(repositories(within, newId))),
    close: async () => {
      await kysely.destroy();
      database.close();
    },
  };
}

function repositories(db: Kysely<LineSchema>, newId: () => string): Repositories {
  return {
    events: eventRepository(db),
    facts: factRepository(db),
    bookings: bookingRepository(db),
    audit: auditRepository(db, newId),
    values: valueRepository(db),
    retention: retentionRepository(db),
  };
}
