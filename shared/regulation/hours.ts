import { NoCalendarError, type WorkingCalendar } from './calendar.ts';
import { moscowDate, type Instant } from './time.ts';

/** The line's openness at one instant, as people are told it. */
export type LineHours = {
  open: boolean;
  /** Closing when open (of this interval: a break closes the line too), next opening when closed; null: the year has no calendar. */
  until: Instant | null;
  /** Today is one hour shorter by the production calendar. */
  shortened: boolean;
  /** false: the year has no calendar, and nobody may be refused by a guess. */
  known: boolean;
};

/** 2.1, 7: is the line open, and until when? A year without a calendar is an answer: closed, until null. */
export function lineHours(calendar: WorkingCalendar, at: Instant): LineHours {
  try {
    const { intervals, shortened } = calendar.day(moscowDate(at));
    const now = intervals.find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);
    if (now !== undefined) return { open: true, until: now.closesAt, shortened, known: true };
    return { open: false, until: calendar.nextOpening(at), shortened, known: true };
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return { open: false, until: null, shortened: false, known: false };
  }
}
