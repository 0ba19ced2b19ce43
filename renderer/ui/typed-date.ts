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
