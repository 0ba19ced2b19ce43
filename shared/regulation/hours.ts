import { ifKnown, type WorkingCalendar } from './calendar.ts';
import { moscowDate, type Instant } from './time.ts';

/** The line's openness at one instant, as people are told it. */
export type LineHours = {
  open: boolean;
  /** Closing when open (of this interval: a break closes the line too), next opening when closed; null: it lies in a year without calendar. */
  until: Instant | null;
  /** Today is one hour shorter by the production calendar. */
  shortened: boolean;
  /** false: this date's year has no calendar, and nobody may be refused by a guess. */
  known: boolean;
};

/**
 * 2.1, 7: is the line open, and until when? A year without a calendar is an answer: closed, not known. On the last days of the last year with
 * one the line is closed for certain, and only the next opening is not known.
 */
export function lineHours(calendar: WorkingCalendar, at: Instant): LineHours {
  const today = ifKnown(() => calendar.day(moscowDate(at)));
  if (today === null) return { open: false, until: null, shortened: false, known: false };
  const { intervals, shortened } = today;
  const now = intervals.find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);
  if (now !== undefined) return { open: true, until: now.closesAt, shortened, known: true };
  return { open: false, until: ifKnown(() => calendar.nextOpening(at)), shortened, known: true };
}
