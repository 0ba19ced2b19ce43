import type { DateKey } from '../../../../shared/regulation/time.ts';

/** What a cell says of a day: a day, nothing (`null`), or something that is no day. */
export type DateCell = { ok: true; day: DateKey | null } | { ok: false };

const NONE: DateCell = { ok: true, day: null };
/** Day 0 of a workbook's calendar, as 1C and Excel count since 1900. */
const WORKBOOK_DAY_0 = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 3_600_000;

/**
 * Reads a day as 1C writes it: «дд.мм.гггг», with or without a time, «дд.мм.гг», ISO, or a workbook's number of the day. 1C's empty date is
 * «  .  .    » or 01.01.0001.
 */
export function dateOfCell(text: string): DateCell {
  const typed = text.trim();
  if (/^[\s./-]*$/.test(typed)) return NONE;
  if (/^\d{5}$/.test(typed)) return dayOf(new Date(WORKBOOK_DAY_0 + Number(typed) * DAY_MS));
  const russian = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:\s*г\.?)?(?:[\s,]+\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
    typed,
  );
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\S*)?$/.exec(typed);
  const [day, month, year] = russian ? russian.slice(1) : iso ? iso.slice(1).reverse() : [];
  if (day === undefined || month === undefined || year === undefined) return { ok: false };
  const full = Number(year.length === 2 ? `20${year}` : year);
  if (full === 1) return NONE;
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1 ? dayOf(date) : { ok: false };
}

function dayOf(date: Date): DateCell {
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2100 ? { ok: true, day: date.toISOString().slice(0, 10) } : { ok: false };
}
