import type { RegistryEntry } from '../../../../shared/contract/registry.ts';
import { MOST_MISTAKES, type RegistryField, type RowMistake } from '../../../../shared/contract/registry-import.ts';
import { nameWords } from '../search-words.ts';
import { entryOfRow } from './row-entry.ts';
import type { TableRow } from './table-file.ts';

/** What became of a table's rows. */
export type Collected = { entries: RegistryEntry[]; mistakes: RowMistake[]; mistakeCount: number };

/** Takes rows one by one. A product with several licences or phones stands in several rows: they become one entry. */
export function entryCollector(columns: readonly (RegistryField | null)[], headers: readonly string[]) {
  const byId = new Map<string, { entry: RegistryEntry; line: number }>();
  const mistakes: RowMistake[] = [];
  let mistakeCount = 0;

  const refuse = (found: readonly RowMistake[]): void => {
    mistakeCount += 1;
    if (mistakes.length < MOST_MISTAKES) mistakes.push(...found);
  };

  return {
    add(row: TableRow): void {
      if (isTotal(row)) return;
      const read = entryOfRow(row, columns, headers);
      if (!read.ok) return refuse(read.mistakes);
      const known = byId.get(read.entry.id);
      if (known === undefined) return void byId.set(read.entry.id, { entry: read.entry, line: row.line });
      if (nameOf(known.entry) !== nameOf(read.entry)) {
        const column = headers[columns.indexOf('organisation')] ?? '';
        return refuse([{ line: row.line, column, code: 'other-organisation', value: String(known.line) }]);
      }
      known.entry = merged(known.entry, read.entry);
    },
    collected: (): Collected => ({
      entries: [...byId.values()].map(({ entry }) => entry),
      mistakes: mistakes.slice(0, MOST_MISTAKES),
      mistakeCount,
    }),
  };
}

const nameOf = ({ organisation }: RegistryEntry): string => nameWords(organisation).join(' ');

/** 1C ends a report with a row of totals. */
const isTotal = ({ cells }: TableRow): boolean =>
  /^(итого|всего)\b|^(итого|всего)/i.test(cells.find((cell) => cell !== '') ?? '');

/** The first row's facts, completed by the later one's, with the phones and licences of both. */
function merged(one: RegistryEntry, other: RegistryEntry): RegistryEntry {
  const licences = [...one.licences, ...other.licences];
  return {
    ...one,
    inn: one.inn || other.inn,
    city: one.city || other.city,
    configuration: one.configuration || other.configuration,
    contact: one.contact || other.contact,
    purchasedOn: one.purchasedOn ?? other.purchasedOn,
    phones: [...new Set([...one.phones, ...other.phones])],
    licences: licences.filter(
      ({ kind, first, last }, place) =>
        licences.findIndex((same) => same.kind === kind && same.first === first && same.last === last) === place,
    ),
  };
}
