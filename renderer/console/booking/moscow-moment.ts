import { isDateKey, moscowDate, moscowTime, type Instant } from '../../../shared/regulation/time.ts';
import { clockTime } from '../../ui/index.ts';

/** A preferred time as it is typed: a day 'YYYY-MM-DD' and a time 'HH:mm', both Moscow's, both may be empty. */
export type TypedMoment = { readonly date: string; readonly time: string };

export const NO_MOMENT: TypedMoment = Object.freeze({ date: '', time: '' });

/** An instant as the two fields show it. */
export const typedMoment = (at: Instant | null): TypedMoment =>
  at === null ? NO_MOMENT : { date: moscowDate(at), time: clockTime(at) };

/** A time as people type it, made 'HH:mm': «9», «930», «9.30», «9-30»; anything else stays as it was typed. */
export function typedTime(text: string): string {
  const parts = /^(\d{1,2})(?:\s*[:.,\- ]?\s*(\d{2}))?$/.exec(text.trim());
  return parts === null ? text.trim() : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
}

/** The instant that was typed; null while a part of it is missing or is no date. */
export function instantOf({ date, time }: TypedMoment): Instant | null {
  const clock = typedTime(time);
  return isDateKey(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? moscowTime(date, clock) : null;
}
