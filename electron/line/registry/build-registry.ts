import { sql } from 'kysely';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import type { Instant } from '../../../shared/regulation/time.ts';
import type { RegistryFile } from './registry-file.ts';
import { nameWords, numberKey, words } from './search-words.ts';

const ROWS_A_STATEMENT = 2_000;

/** Where a registry's data are from: the name of the file, and how old they are. */
export type RegistryOrigin = { source: string; asOf: Instant };

/**
 * Fills an empty registry file, all or nothing. Rows get the order of names, so that an answer in the order of rows needs no sorting, however
 * much it matches.
 * @param progress told how many of the entries are written
 */
export function buildRegistry(
  file: RegistryFile,
  entries: Iterable<RegistryEntry>,
  { source, asOf }: RegistryOrigin,
  progress: (written: number, total: number) => void = () => undefined,
): void {
  const named = remembering(nameWords);
  const sorted = [...entries]
    .map((entry) => ({ entry, name: named(entry.organisation), key: named(entry.organisation).join(' ') }))
    .sort((a, b) => compared(a.key, b.key) || compared(a.entry.registrationNumber, b.entry.registrationNumber));
  const vocabulary = new Set<string>();
  const placeWords = remembering(words);
  file.transaction(() => {
    for (let start = 0; start < sorted.length; start += ROWS_A_STATEMENT) {
      const batch = sorted.slice(start, start + ROWS_A_STATEMENT).map(({ entry, name }, index) => {
        const place = placeWords(entry.city);
        name.forEach((word) => vocabulary.add(word));
        place.split(' ').forEach((word) => vocabulary.add(word));
        return { row: start + index + 1, entry, name, place };
      });
      addRows(file, batch);
      progress(start + batch.length, sorted.length);
    }
    const known = JSON.stringify(
      [...vocabulary].filter((word) => /^\p{L}+$/u.test(word)).map((word) => spaced([word])),
    );
    file.run(file.written(sql`INSERT INTO vocabulary (word) SELECT value FROM json_each(${known})`));
    file.run(file.kysely.insertInto('about').values({ as_of: asOf, source, entries: sorted.length }));
  });
}

/** One statement for thousands of rows, handed over as JSON: no statement has so many parameters, and none is so fast. */
function addRows(
  file: RegistryFile,
  batch: readonly { row: number; entry: RegistryEntry; name: readonly string[]; place: string }[],
): void {
  const entries = batch.map(({ row, entry }) => ({
    row,
    id: entry.id,
    number: numberKey(entry.registrationNumber),
    inn: entry.inn,
    entry: JSON.stringify(entry),
  }));
  file.run(
    file.written(sql`
      INSERT INTO entries (row, id, number_key, inn, entry)
      SELECT value ->> 'row', value ->> 'id', value ->> 'number', value ->> 'inn', value ->> 'entry'
      FROM json_each(${JSON.stringify(entries)})`),
  );
  const phones = batch.flatMap(({ row, entry }) => entry.phones.map((phone) => ({ row, key: phoneKey(phone) })));
  file.run(
    file.written(sql`
      INSERT OR IGNORE INTO phones (phone_key, row) SELECT value ->> 'key', value ->> 'row'
      FROM json_each(${JSON.stringify(phones)})`),
  );
  const searched = batch.map(({ row, entry, name, place }) => ({
    row,
    name: spaced(name),
    place: spaced(place.split(' ')),
    number: spaced([numberKey(entry.registrationNumber)]),
    digits: spaced([entry.inn, ...entry.phones.map(digitsOfPhone)]),
  }));
  file.run(
    file.written(sql`
      INSERT INTO search (rowid, name, place, number, digits)
      SELECT value ->> 'row', value ->> 'name', value ->> 'place', value ->> 'number', value ->> 'digits'
      FROM json_each(${JSON.stringify(searched)})`),
  );
}

/** Each word after two spaces: what a word begins with, be it one letter, then has the three characters a trigram needs. */
const spaced = (list: readonly string[]): string => list.map((word) => `  ${word}`).join('');

/** A phone number as people type it: without the country's 7, and however it is spaced. */
const digitsOfPhone = (phone: string): string => phoneKey(phone).replace(/^\+7/, '').replace(/\D/g, '');

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names and cities repeat: each is folded once. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const done = work(text);
    known.set(text, done);
    return done;
  };
}
