import { isDateKey, type DateKey } from '../../shared/regulation/time.ts';

/** Day, month, year with anything between them, or nothing: «24.11.2026», «24/11/26», «24 11 2026», «24112026». */
const DAY_FIRST = /^(\d{1,2})[.,/\- ](\d{1,2})[.,/\- ](\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/;

/** The date a person has typed, day first, or as a computer writes it; null: none, or one that does not exist. */
export function typedDate(text: string): DateKey | null {
  const typed = text.trim();
  if (isDateKey(typed)) return typed;
  const [, ...groups] = DAY_FIRST.exec(typed) ?? [];
  const [day, month, year] = groups.filter((part) => part !== undefined);
  if (day === undefined || month === undefined || year === undefined) return null;
  const key = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDateKey(key) ? key : null;
}

/** A date as a field shows it: day, month and year with the language's sign between them. */
export const dateText = (date: DateKey | null, between: string): string =>
  date === null ? '' : date.split('-').reverse().join(between);

export type DateProblem = { readonly what: 'wrong' } | { readonly what: 'early' | 'late'; readonly limit: DateKey };

/** What is wrong with a typed date: it is none, or lies outside of `min` and `max`; null: nothing, or nothing is typed. */
export function dateProblem(text: string, min: DateKey | null, max: DateKey | null): DateProblem | null {
  if (text.trim() === '') return null;
  const date = typedDate(text);
  if (date === null) return { what: 'wrong' };
  if (min !== null && date < min) return { what: 'early', limit: min };
  return max !== null && date > max ? { what: 'late', limit: max } : null;
}
