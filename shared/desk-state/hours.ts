import { createCalendar, NoCalendarError, type WorkingCalendar } from '../regulation/calendar.ts';
import { moscowDate, type Instant } from '../regulation/time.ts';
import type { LineRules } from './state.ts';

const calendars = new WeakMap<LineRules, WorkingCalendar>();

/** 2.1, 7: the working calendar under the line's rules; made once for each. */
export function calendarOf(rules: LineRules): WorkingCalendar {
  const known = calendars.get(rules);
  if (known !== undefined) return known;
  const calendar = createCalendar({ notices: rules.notices, shortenedDays: rules.shortenedDays });
  calendars.set(rules, calendar);
  return calendar;
}

/** Whether the line is open, until when (closing, or next opening), and whether the day is shortened. */
export type LineHours = { open: boolean; until: Instant | null; shortened: boolean; known: boolean };

/** 2.1, 7: the line's hours at an instant. A year without data is `known: false`: nobody may be refused by a guess. */
export function hoursAt(rules: LineRules, at: Instant): LineHours {
  const calendar = calendarOf(rules);
  try {
    const { intervals, shortened } = calendar.day(moscowDate(at));
    const current = intervals.find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);
    const until = current?.closesAt ?? calendar.nextOpening(at);
    return { open: current !== undefined, until, shortened, known: true };
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return { open: false, until: null, shortened: false, known: false };
  }
}
