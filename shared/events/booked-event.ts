import type { CallbackEvent, EventUser } from '../contract/events.ts';
import type { WorkingCalendar } from '../regulation/calendar.ts';
import { callbackDueByIfKnown } from '../regulation/due-by.ts';
import { parsePhone } from '../regulation/phone-number.ts';
import type { Instant } from '../regulation/time.ts';
import { historyLine, written } from './event-changes.ts';

/** Who asked for what, where and when; `at` is the instant the user confirmed, never the one of storing. */
export type Booking = {
  id: string;
  at: Instant;
  /** Who confirmed it, for the history. */
  by: string;
  source: CallbackEvent['source'];
  user: Pick<EventUser, 'name' | 'number'> & Partial<Omit<EventUser, 'e164' | 'extension'>>;
} & Partial<
  Pick<CallbackEvent, 'topic' | 'comment' | 'criticality' | 'preferredAt' | 'convenient' | 'owner' | 'consultationId'>
>;

/**
 * 4.2: a new callback event as booked. Its due-by comes from the calendar, null where the year has none; the number is kept as it came, with
 * its E.164 form and extension beside it.
 */
export function bookedEvent({ id, at, by, source, user, ...given }: Booking, calendar: WorkingCalendar): CallbackEvent {
  const { e164, extension, raw } = parsePhone(user.number);
  const { dueBy, preferToday } = callbackDueByIfKnown(calendar, at, given.preferredAt ?? undefined);
  return {
    id,
    user: {
      registrationNumber: '',
      organisation: '',
      configuration: '',
      city: '',
      ...user,
      number: raw,
      e164,
      extension,
    },
    topic: null,
    comment: '',
    criticality: 'none',
    source,
    bookedAt: at,
    dueBy,
    preferToday,
    preferredAt: null,
    convenient: null,
    owner: null,
    attempts: [],
    nextAttemptAt: null,
    consultationId: null,
    closed: null,
    history: [historyLine({ at, by, what: 'booked', to: written(dueBy) })],
    ...given,
  };
}
