import type { Failure } from '../../../shared/contract/base.ts';
import { eventDraft, type EventDraft } from '../../../shared/contract/events.ts';
import { instantOf, typedMoment, type TypedMoment } from './moscow-moment.ts';

/** What the form holds while it is filled: the draft, with the preferred time as it is typed. */
export type BookingEntry = Omit<EventDraft, 'preferredAt'> & { moment: TypedMoment };

/** The form's fields that may be wrong. */
export type BookingMistakes = Partial<
  Record<'number' | 'moment' | 'comment' | 'other', 'missing' | 'too-long' | 'wrong'>
>;

/** The form as it opens. */
export function entryOf({ preferredAt, ...draft }: EventDraft): BookingEntry {
  return { ...draft, moment: typedMoment(preferredAt) };
}

/** The draft to send. */
export function draftOf({ moment, ...entry }: BookingEntry): EventDraft {
  return { ...entry, preferredAt: instantOf(moment) };
}

/** What keeps the form from being sent, by field; empty when nothing does. */
export function mistakesIn(entry: BookingEntry): BookingMistakes {
  const found: BookingMistakes = {};
  if (entry.user.number.trim() === '') found.number = 'missing';
  const { date, time } = entry.moment;
  if ((date !== '' || time !== '') && instantOf(entry.moment) === null) found.moment = 'missing';
  for (const { path } of eventDraft.safeParse(draftOf(entry)).error?.issues ?? [])
    found[path[0] === 'comment' ? 'comment' : 'other'] = 'too-long';
  return found;
}

/** The field a refusal of the desk belongs to; null: it is said over the buttons. */
export function fieldOfFailure({ code }: Failure): 'number' | 'moment' | null {
  if (code === 'no-number') return 'number';
  return code === 'outside-hours' || code === 'no-calendar' ? 'moment' : null;
}
