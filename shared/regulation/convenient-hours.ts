import { DateTime } from 'luxon';
import type { Instant } from './time.ts';

/** 4.2: «Удобно с … до …», in the user's own time zone. Times are 'HH:mm'; `until` before `from` goes over midnight. */
export type ConvenientHours = {
  readonly from: string;
  readonly until: string;
  /** An IANA zone: the user's. */
  readonly zone: string;
};

/** Whether it suits the user now, what the user's clock shows, and when it suits next (null while it suits). */
export type Suits = { readonly suits: boolean; readonly localTime: string; readonly nextAt: Instant | null };

/** 4.2: what is wrong with the hours somebody entered, or null. The same time twice is no interval. */
export function convenientHoursProblem({
  from,
  until,
  zone,
}: ConvenientHours): 'bad-time' | 'empty' | 'bad-zone' | null {
  if (!isTime(from) || !isTime(until)) return 'bad-time';
  if (from === until) return 'empty';
  return DateTime.utc().setZone(zone).isValid ? null : 'bad-zone';
}

/**
 * 4.2: does it suit the user to be called at this instant? From `from` on, no longer at `until`. Dialling outside warns; due-by never moves.
 * Throws RangeError for malformed hours (ask `convenientHoursProblem` first).
 */
export function suitsUser(hours: ConvenientHours, at: Instant): Suits {
  const problem = convenientHoursProblem(hours);
  if (problem !== null) throw new RangeError(`bad convenient hours: ${problem}`);
  const { from, until, zone } = hours;
  const local = DateTime.fromMillis(at, { zone });
  const localTime = local.toFormat('HH:mm');
  const suits = from < until ? from <= localTime && localTime < until : from <= localTime || localTime < until;
  if (suits) return { suits, localTime, nextAt: null };
  const [hour, minute] = [Number(from.slice(0, 2)), Number(from.slice(3))];
  const today = local.set({ hour, minute, second: 0, millisecond: 0 });
  return { suits, localTime, nextAt: (today > local ? today : today.plus({ days: 1 })).toMillis() };
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
