import { isDateKey, moscowDate, moscowTime, type Instant } from '../../../shared/regulation/time.ts';
import { clockTime } from '../../ui/index.ts';

/** A preferred time as it is typed: a day 'YYYY-MM-DD' and a time 'HH:mm', both Moscow's, both may be empty. */
export type TypedMoment = { readonly date: string; readonly time: string };

export const NO_MOMENT: TypedMoment = Object.freeze({ date: '', time: '' });

/** An instant as the two fields show it. */
export const typedMoment = (at: Instant | null): TypedMoment =>
  at === null ? NO_MOMENT : { date: moscowDate(at), time: clockTime(at) };

/** The instant that was typed; null while a part of it is missing or is no date. */
export function instantOf({ date, time }: TypedMoment): Instant | null {
  return isDateKey(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? moscowTime(date, time) : null;
}
