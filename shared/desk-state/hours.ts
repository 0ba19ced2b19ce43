import { createCalendar, type WorkingCalendar } from '../regulation/calendar.ts';
import { lineHours, type LineHours } from '../regulation/hours.ts';
import type { Instant } from '../regulation/time.ts';
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

/** 2.1, 7: the line's hours at an instant, under the rules the line pushed. */
export const hoursAt = (rules: LineRules, at: Instant): LineHours => lineHours(calendarOf(rules), at);
