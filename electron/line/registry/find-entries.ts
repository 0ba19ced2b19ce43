import { sql, type SelectQueryBuilder } from 'kysely';
import { registryEntry, type RegistryEntry } from '../../../shared/contract/registry.ts';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import type { RegistryFile, RegistryTables } from './registry-file.ts';
import { numberKey, readings, type Reading } from './search-words.ts';
import { halves, meant } from './typos.ts';

/** Entries of one number, phone or identifier: a head office has many. */
const MOST_OF_ONE = 50;
/** Words one mistyped word may have been meant as. */
const MOST_MEANT = 30;
/** Above every sign of a folded text. */
const LAST_SIGN = '\uffff';

type Rows = { row: number };
type Find = (reading: Reading, limit: number) => Rows[];

/** Looks into a registry's file. Every answer is in the order of rows, or of an index, so it ends as soon as it has enough. */
export function entryFinder({ kysely, all, written }: RegistryFile) {
  const matching = (terms: string, limit: number): Rows[] =>
    all(written(sql<Rows>`SELECT rowid AS row FROM search WHERE search MATCH ${terms} ORDER BY rowid LIMIT ${limit}`));
  const beginning = (column: 'number_key' | 'inn', text: string, limit: number): Rows[] =>
    all(
      kysely
        .selectFrom('entries')
        .select('row')
        .where(column, '>=', text)
        .where(column, '<', text + LAST_SIGN)
        .orderBy(column)
        .orderBy('row')
        .limit(limit),
    );

  /** The likeliest first: the number itself and its beginning, an INN's beginning, a name's beginning, beginnings of words. */
  const byBeginnings: readonly Find[] = [
    (reading, limit) => (hasDigit(reading) ? beginning('number_key', reading.join(''), limit) : []),
    ([first = '', ...more], limit) => (more.length === 0 && hasDigit([first]) ? beginning('inn', first, limit) : []),
    ([first = '', ...more], limit) => matching([`name : ^ ${begins(first)}`, ...more.map(begins)].join(' AND '), limit),
    (reading, limit) => matching(reading.map(begins).join(' AND '), limit),
  ];
  const anywhere: Find = (reading, limit) => matching(reading.map(within).join(' AND '), limit);

  /** The words of names and cities that a mistyped one may have been meant as. */
  function wordsMeant(typed: string): string[] {
    const parts = halves(typed);
    if (parts === null) return [];
    const terms = `${begins(parts.beginning)} OR ${within(parts.end)}`;
    const known = all(written(sql<{ word: string }>`SELECT word FROM vocabulary WHERE vocabulary MATCH ${terms}`));
    return meant(
      typed,
      known.map(({ word }) => word.trim()),
      MOST_MEANT,
    );
  }

  /** One word of the reading mistyped; which, is tried in turn. */
  const nearly: Find = (reading, limit) =>
    reading.flatMap((word, place) => {
      const instead = wordsMeant(word);
      if (instead.length === 0) return [];
      const others = reading.filter((_, other) => other !== place).map(within);
      return matching([`(${instead.map(begins).join(' OR ')})`, ...others].join(' AND '), limit);
    });

  /** The rows these ways find for the first reading that any of them finds something for. */
  function firstFound(ways: readonly (readonly Find[])[], possible: readonly Reading[], limit: number): number[] {
    for (const finds of ways) {
      for (const reading of possible) {
        const rows = new Set<number>();
        for (const find of finds) {
          if (rows.size >= limit) break;
          find(reading, limit).forEach(({ row }) => rows.add(row));
        }
        if (rows.size === 0) continue;
        if (finds === byBeginnings && rows.size < limit) anywhere(reading, limit).forEach(({ row }) => rows.add(row));
        return [...rows].slice(0, limit);
      }
    }
    return [];
  }

  const read = (query: SelectQueryBuilder<RegistryTables, 'entries', { entry: string; row: number }>) =>
    all(query).map(({ entry, row }) => ({ row, entry: registryEntry.parse(JSON.parse(entry)) }));
  const entries = () => kysely.selectFrom('entries').select(['entry', 'row']);

  return {
    /** At most `limit` entries with all that was typed in any of number, organisation, INN, city, phone; the likeliest first. */
    search(text: string, limit: number): RegistryEntry[] {
      const rows = firstFound([byBeginnings, [anywhere], [nearly]], readings(text), limit);
      if (rows.length === 0) return [];
      const found = new Map(read(entries().where('row', 'in', rows)).map(({ row, entry }) => [row, entry]));
      return rows.flatMap((row) => found.get(row) ?? []);
    },
    byPhone(number: string): RegistryEntry[] {
      const rows = kysely.selectFrom('phones').select('row').where('phone_key', '=', phoneKey(number));
      return read(entries().where('row', 'in', rows).orderBy('row').limit(MOST_OF_ONE)).map(({ entry }) => entry);
    },
    byNumber(registrationNumber: string): RegistryEntry[] {
      const key = numberKey(registrationNumber);
      if (key === '') return [];
      return read(entries().where('number_key', '=', key).orderBy('row').limit(MOST_OF_ONE)).map(({ entry }) => entry);
    },
    byId: (id: string): RegistryEntry[] => read(entries().where('id', '=', id)).map(({ entry }) => entry),
  };
}

const hasDigit = (reading: Reading): boolean => reading.some((word) => /\d/.test(word));
/** Words hold letters and digits only, so what somebody typed is never a query of its own. */
const begins = (word: string): string => `"  ${word}"`;
/** Anywhere in a word; what is shorter than a trigram, as a beginning. */
const within = (word: string): string => ([...word].length < 3 ? begins(word) : `"${word}"`);
