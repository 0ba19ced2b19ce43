import type { Failure } from '../../../shared/contract/base.ts';
import { eventDraft, type EventDraft } from '../../../shared/contract/events.ts';
import { convenientHoursProblem } from '../../../shared/regulation/convenient-hours.ts';
import { MOSCOW } from '../../../shared/regulation/time.ts';
import type { TypedHours } from './convenient-fields.tsx';
import { instantOf, typedMoment, typedTime, type TypedMoment } from './moscow-moment.ts';

const NO_HOURS: TypedHours = Object.freeze({ from: '', until: '' });
const isEmpty = ({ from, until }: TypedHours): boolean => from.trim() === '' && until.trim() === '';

/** What the form holds while it is filled: the draft, with its times as they are typed. */
export type BookingEntry = Omit<EventDraft, 'preferredAt' | 'convenient'> & { moment: TypedMoment; hours: TypedHours };

/** The form's fields that may be wrong. */
export type BookingMistakes = Partial<
  Record<'number' | 'moment' | 'hours' | 'comment' | 'other', 'missing' | 'too-long' | 'wrong'>
>;

/** The form as it opens. */
export function entryOf({ preferredAt, convenient, ...draft }: EventDraft): BookingEntry {
  return { ...draft, moment: typedMoment(preferredAt), hours: convenient ?? NO_HOURS };
}

/** The draft to send. */
export function draftOf({ moment, hours, ...entry }: BookingEntry): EventDraft {
  const said = { from: typedTime(hours.from), until: typedTime(hours.until) };
  return { ...entry, preferredAt: instantOf(moment), convenient: isEmpty(hours) ? null : said };
}

/** What keeps the form from being sent, by field; empty when nothing does. */
export function mistakesIn(entry: BookingEntry): BookingMistakes {
  const found: BookingMistakes = {};
  if (entry.user.number.trim() === '') found.number = 'missing';
  const { date, time } = entry.moment;
  if ((date !== '' || time !== '') && instantOf(entry.moment) === null) found.moment = 'missing';
  const { convenient } = draftOf(entry);
  if (convenient !== null && convenientHoursProblem({ ...convenient, zone: MOSCOW }) !== null) found.hours = 'wrong';
  for (const { path } of eventDraft.safeParse(draftOf(entry)).error?.issues ?? [])
    found[path[0] === 'comment' ? 'comment' : 'other'] = 'too-long';
  return found;
}

/** The field a refusal of the desk belongs to; null: it is said over the buttons. */
export function fieldOfFailure({ code }: Failure): 'number' | 'moment' | null {
  if (code === 'no-number') return 'number';
  return code === 'outside-hours' || code === 'no-calendar' ? 'moment' : null;
}
