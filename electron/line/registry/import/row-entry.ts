import type { RegistryEntry } from '../../../../shared/contract/registry.ts';
import type { RegistryField, RowMistake } from '../../../../shared/contract/registry-import.ts';
import { innVerdict } from '../../../../shared/regulation/inn.ts';
import { fold } from '../../../sqlite/search.ts';
import { numberKey } from '../search-words.ts';
import { dateOfCell } from './dates.ts';
import type { TableRow } from './table-file.ts';

const LONGEST_TEXT = 300;
const MOST_PHONES = 20;

/** What a row says, or everything that is wrong with it. */
export type RowRead = { ok: true; entry: RegistryEntry } | { ok: false; mistakes: RowMistake[] };

/** Reads one row of a table as an entry of the registry. */
export function entryOfRow(
  { line, cells }: TableRow,
  columns: readonly (RegistryField | null)[],
  headers: readonly string[],
): RowRead {
  const mistakes: RowMistake[] = [];
  const cell = (field: RegistryField): string => cells[columns.indexOf(field)] ?? '';
  const wrong = (field: RegistryField, code: RowMistake['code'], value = cell(field)): void =>
    void mistakes.push({
      line,
      column: headers[columns.indexOf(field)] ?? '',
      code,
      value: value.slice(0, LONGEST_TEXT),
    });
  const text = (field: RegistryField): string => {
    const value = cell(field);
    if (value.length > LONGEST_TEXT) wrong(field, 'too-long');
    return value;
  };
  const day = (field: RegistryField): string | null => {
    const read = dateOfCell(cell(field));
    if (!read.ok) wrong(field, 'bad-date');
    return read.ok ? read.day : null;
  };

  const registrationNumber = text('registrationNumber');
  const key = numberKey(registrationNumber);
  if (key === '') wrong('registrationNumber', 'no-number');
  else if (isSpoilt(registrationNumber)) wrong('registrationNumber', 'spoilt-number');
  const organisation = text('organisation');
  if (organisation === '') wrong('organisation', 'no-organisation');
  const inn = innOf(text('inn'));
  if (isSpoilt(inn)) wrong('inn', 'spoilt-number');

  const first = day('licenceFirst');
  const last = day('licenceLast');
  const kind = licenceKind(cell('licenceKind'));
  if (kind === 'unknown') wrong('licenceKind', 'unknown-licence');
  const isWhole = kind !== null && first !== null && last !== null;
  const isAbsent = kind === null && first === null && last === null;
  if (mistakes.length === 0 && !isWhole && !isAbsent) {
    wrong(kind === null ? 'licenceKind' : first === null ? 'licenceFirst' : 'licenceLast', 'licence-incomplete');
  }
  if (isWhole && last < first) wrong('licenceLast', 'licence-order');

  const entry: RegistryEntry = {
    id: `reg-${key}`.slice(0, 64),
    registrationNumber,
    organisation,
    inn,
    city: text('city'),
    configuration: text('configuration'),
    phones: columns.flatMap((field, place) => (field === 'phones' ? phonesOf(cells[place] ?? '') : [])),
    contact: text('contact'),
    purchasedOn: day('purchasedOn'),
    licences: isWhole && kind !== 'unknown' ? [{ kind, first, last }] : [],
  };
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, entry };
}

/** «7,70708E+09»: Excel keeps fifteen digits of a long number and shows it so; what stands there is no number any more. */
const isSpoilt = (text: string): boolean => /^\d+[.,]\d+E\+?\d+$/i.test(text);

/** A workbook takes the zero an INN begins with for nothing. It is put back where that makes the control digits right. */
function innOf(text: string): string {
  const digits = text.replace(/\s/g, '');
  return /^\d{9}$|^\d{11}$/.test(digits) && innVerdict(`0${digits}`) === 'valid' ? `0${digits}` : digits;
}

function licenceKind(text: string): 'prof' | 'standard' | 'unknown' | null {
  const folded = fold(text);
  if (/^$|^[-–—]$|^нет$|^без /.test(folded)) return null;
  if (/проф|prof/.test(folded)) return 'prof';
  return /станд|stand/.test(folded) ? 'standard' : 'unknown';
}

/** Several phones stand in one cell with commas, semicolons or slashes between them; an extension («доб.») stays with its number. */
function phonesOf(text: string): string[] {
  return text
    .split(/[;,/\n](?!\s*(?:доб|вн|ext))/i)
    .map((phone) => phone.trim().slice(0, LONGEST_TEXT))
    .filter((phone) => /\d/.test(phone))
    .slice(0, MOST_PHONES);
}
