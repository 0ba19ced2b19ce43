import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import { instant } from '../../../shared/contract/base.ts';
import { registryEntry, type RegistryAnswer, type RegistryEntry } from '../../../shared/contract/registry.ts';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import { rowsBy } from './rows-by.ts';
import type { LineSchema } from './schema.ts';
import { readings, words } from './search-words.ts';
import type { RegistryRepository, ValueRepository } from './store.ts';

type EntryRow = Selectable<LineSchema['registry_entries']>;

const AS_OF = 'registry-as-of';
/** SQLite takes 32,766 parameters in a statement; 11 columns are the widest row. */
const ROWS_A_STATEMENT = 1_000;

/** The licence registry, searched by LIKE over folded words, which the trigram index of FTS5 answers (pg_trgm does the same on PostgreSQL). */
export function registryRepository(db: Kysely<LineSchema>, values: ValueRepository): RegistryRepository {
  const answer = async (rows: EntryRow[]): Promise<RegistryAnswer> => {
    const asOf = z.union([instant, z.undefined()]).parse(await values.get(AS_OF)) ?? null;
    if (rows.length === 0) return { entries: [], asOf };
    const numbers = rows.map(({ row_number }) => row_number);
    const phones = await db
      .selectFrom('registry_phones')
      .selectAll()
      .where('entry_row', 'in', numbers)
      .orderBy('place')
      .execute();
    const licences = await db
      .selectFrom('registry_licences')
      .selectAll()
      .where('entry_row', 'in', numbers)
      .orderBy('place')
      .execute();
    const phonesOf = rowsBy(phones, ({ entry_row }) => entry_row);
    const licencesOf = rowsBy(licences, ({ entry_row }) => entry_row);
    const entries = rows.map((row) =>
      fromRow(row, phonesOf.get(row.row_number) ?? [], licencesOf.get(row.row_number) ?? []),
    );
    return { entries, asOf };
  };

  const found = (reading: readonly string[], limit: number): Promise<EntryRow[]> => {
    const first = reading[0] ?? '';
    // The likeliest first: the number itself, its beginning, an INN's beginning, a name's beginning, a word's beginning, anything.
    const likelihood = sql<number>`CASE
      WHEN number_words = ${first} THEN 0
      WHEN number_words LIKE ${`${first}%`} THEN 1
      WHEN inn LIKE ${`${first}%`} THEN 2
      WHEN organisation_words LIKE ${`${first}%`} THEN 3
      WHEN organisation_words LIKE ${`% ${first}%`} THEN 4
      ELSE 5 END`;
    const holding = db
      .selectFrom('registry_search')
      .select('rowid')
      .where((expression) => expression.and(reading.map((word) => expression('words', 'like', `%${word}%`))));
    return db
      .selectFrom('registry_entries')
      .selectAll()
      .where('row_number', 'in', holding)
      .orderBy(likelihood)
      .orderBy('organisation_words')
      .orderBy('row_number')
      .limit(limit)
      .execute();
  };

  return {
    async search(text, limit) {
      for (const reading of readings(text)) {
        const rows = await found(reading, limit);
        if (rows.length > 0) return answer(rows);
      }
      return answer([]);
    },
    async byPhone(number) {
      const rows = await db
        .selectFrom('registry_entries')
        .selectAll()
        .where(
          'row_number',
          'in',
          db.selectFrom('registry_phones').select('entry_row').where('phone_key', '=', phoneKey(number)),
        )
        .orderBy('organisation_words')
        .orderBy('row_number')
        .limit(50)
        .execute();
      return answer(rows);
    },
    async byNumber(registrationNumber) {
      const wanted = words(registrationNumber);
      if (wanted === '') return answer([]);
      return answer(
        await db.selectFrom('registry_entries').selectAll().where('number_words', '=', wanted).limit(50).execute(),
      );
    },
    async byId(id) {
      return answer(await db.selectFrom('registry_entries').selectAll().where('id', '=', id).execute());
    },
    async replace(entries, asOf) {
      for (const table of ['registry_licences', 'registry_phones', 'registry_entries', 'registry_search'] as const) {
        await db.deleteFrom(table).execute();
      }
      for (let start = 0; start < entries.length; start += ROWS_A_STATEMENT) {
        await addEntries(db, entries.slice(start, start + ROWS_A_STATEMENT), start + 1);
      }
      await values.set(AS_OF, asOf);
    },
  };
}

async function addEntries(db: Kysely<LineSchema>, entries: readonly RegistryEntry[], firstRow: number): Promise<void> {
  const rows = entries.map((entry, index) => ({ entry, row: firstRow + index }));
  await db
    .insertInto('registry_entries')
    .values(rows.map(({ entry, row }) => toRow(entry, row)))
    .execute();
  await db
    .insertInto('registry_search')
    .values(rows.map(({ entry, row }) => ({ rowid: row, words: searched(entry) })))
    .execute();
  const phones = rows.flatMap(({ entry, row }) =>
    entry.phones.map((phone, place) => ({ entry_row: row, place, phone, phone_key: phoneKey(phone) })),
  );
  if (phones.length > 0) await db.insertInto('registry_phones').values(phones).execute();
  const licences = rows.flatMap(({ entry, row }) =>
    entry.licences.map((licence, place) => ({ entry_row: row, place, ...licence })),
  );
  if (licences.length > 0) await db.insertInto('registry_licences').values(licences).execute();
}

/** All parts one may search by. A phone stands as its digits, so that any part of it is found however it is spaced. */
function searched({ registrationNumber, organisation, inn, city, phones }: RegistryEntry): string {
  const digits = phones.map((phone) => phoneKey(phone).replace(/\D/g, ''));
  return [registrationNumber, organisation, inn, city].map(words).concat(digits).join(' ');
}

function toRow(entry: RegistryEntry, row: number): EntryRow {
  return {
    row_number: row,
    id: entry.id,
    registration_number: entry.registrationNumber,
    number_words: words(entry.registrationNumber),
    organisation: entry.organisation,
    organisation_words: words(entry.organisation),
    inn: entry.inn,
    city: entry.city,
    configuration: entry.configuration,
    contact: entry.contact,
    purchased_on: entry.purchasedOn,
  };
}

function fromRow(
  row: EntryRow,
  phones: Selectable<LineSchema['registry_phones']>[],
  licences: Selectable<LineSchema['registry_licences']>[],
): RegistryEntry {
  return registryEntry.parse({
    id: row.id,
    registrationNumber: row.registration_number,
    organisation: row.organisation,
    inn: row.inn,
    city: row.city,
    configuration: row.configuration,
    phones: phones.map(({ phone }) => phone),
    contact: row.contact,
    purchasedOn: row.purchased_on,
    licences,
  });
}
