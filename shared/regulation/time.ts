import { DateTime } from 'luxon';

/** The zone of every date and hour in the regulation (2.1: «по московскому времени»). */
export const MOSCOW = 'Europe/Moscow';

/** An instant: epoch milliseconds, UTC. */
export type Instant = number;

/** A calendar date in Moscow, 'YYYY-MM-DD'. Compares as text. */
export type DateKey = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** Asking luxon costs microseconds, and a list of events asks thousands of times a second. */
const REMEMBERED = 50_000;
const dateOfHour = new Map<number, DateKey>();

/**
 * 2.1: the Moscow date of an instant.
 * Moscow's offset is a whole number of hours, so the date cannot change inside an hour of UTC: one answer serves the hour.
 * Throws RangeError for something that is no instant.
 */
export function moscowDate(at: Instant): DateKey {
  const hour = Math.floor(at / HOUR_MS);
  const known = dateOfHour.get(hour);
  if (known !== undefined) return known;
  const date = DateTime.fromMillis(at, { zone: MOSCOW }).toISODate();
  if (date === null) throw new RangeError(`not an instant: ${at}`);
  if (dateOfHour.size >= REMEMBERED) dateOfHour.clear();
  dateOfHour.set(hour, date);
  return date;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

/**
 * 2.1: the instant of a Moscow date and time, 'HH:mm' ('24:00' is the end of the day).
 * Throws RangeError when either is malformed.
 */
export function moscowTime(date: DateKey, time: string): Instant {
  const at = DateTime.fromISO(`${date}T${time}`, { zone: MOSCOW });
  if (!DATE.test(date) || !TIME.test(time) || !at.isValid) {
    throw new RangeError(`not a Moscow date and time: ${date} ${time}`);
  }
  return at.toMillis();
}

/** Whether a text is a date that exists, written 'YYYY-MM-DD'. */
export function isDateKey(text: string): boolean {
  return DATE.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/** The date `days` calendar days later (earlier when negative). Throws RangeError for something that is no date. */
export function addDays(date: DateKey, days: number): DateKey {
  return dateKey(parseDate(date).plus({ days }));
}

/** 2.7: the date `months` calendar months later, added at once; a month without that day gives its last day (31.01 → 30.04). */
export function addMonths(date: DateKey, months: number): DateKey {
  return dateKey(parseDate(date).plus({ months }));
}

/** The year of a date. */
export function yearOf(date: DateKey): number {
  return Number(date.slice(0, 4));
}

/** Whether a date is a Saturday or a Sunday. */
export function isWeekend(date: DateKey): boolean {
  return parseDate(date).weekday >= 6;
}

function parseDate(date: DateKey): DateTime<true> {
  const parsed = DateTime.fromISO(date, { zone: 'utc' });
  if (!DATE.test(date) || !parsed.isValid) throw new RangeError(`not a date: ${date}`);
  return parsed;
}

function dateKey(day: DateTime<true>): DateKey {
  return day.toFormat('yyyy-MM-dd');
}
