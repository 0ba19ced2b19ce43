import type { WorkingCalendar } from './calendar.ts';
import { closingOf, ifKnown, NoCalendarError } from './calendar.ts';
import type { DateKey, Instant } from './time.ts';
import { MINUTE_MS, moscowDate } from './time.ts';

/** 4.2: «за 30 минут до окончания рабочего дня». */
export const LAST_HALF_HOUR_MS = 30 * MINUTE_MS;

/** 4.2: by when a callback event must be handled, and by which reading. */
export type DueBy = {
  readonly dueBy: Instant;
  readonly rule: 'today' | 'next-working-day' | 'wish';
  /** Booked in the last half hour: may wait for the next working day, today is still preferred. */
  readonly preferToday: boolean;
};

/** 4.2, 2.1: a due-by that cannot be known: the year has no calendar. The event is kept, first in the list. */
export type NoDueBy = {
  readonly dueBy: null;
  readonly rule: 'no-calendar';
  readonly preferToday: false;
  readonly year: number;
};

/**
 * 4.2: the due-by of an event booked at `bookedAt` (the instant the user confirmed).
 * On a working day more than 30 minutes before its closing → that closing; in every other case → the next working day's closing.
 * A preferred time later than that moves it to the closing of the preferred working day, as the user's wish; a preferred time that is
 * outside hours (after a notice, say) stands for the next opening. Throws NoCalendarError.
 */
export function callbackDueBy(calendar: WorkingCalendar, bookedAt: Instant, preferredAt?: Instant): DueBy {
  const today = moscowDate(bookedAt);
  const { closesAt } = calendar.day(today);
  const inTime = closesAt !== null && bookedAt < closesAt - LAST_HALF_HOUR_MS;
  const dueBy = inTime ? closesAt : closingOf(calendar, calendar.addWorkingDays(today, 1));
  if (preferredAt !== undefined && preferredAt > dueBy) {
    const held = calendar.isOpen(preferredAt) ? preferredAt : calendar.nextOpening(preferredAt);
    return { dueBy: closingOf(calendar, moscowDate(held)), rule: 'wish', preferToday: false };
  }
  const inLastHalfHour = closesAt !== null && !inTime && bookedAt < closesAt;
  const wishesAnotherDay = preferredAt !== undefined && moscowDate(preferredAt) > today;
  return { dueBy, rule: inTime ? 'today' : 'next-working-day', preferToday: inLastHalfHour && !wishesAnotherDay };
}

/** 4.2, 2.1: as `callbackDueBy`, but a year without a calendar is an answer, not an error. */
export function callbackDueByIfKnown(
  calendar: WorkingCalendar,
  bookedAt: Instant,
  preferredAt?: Instant,
): DueBy | NoDueBy {
  try {
    return callbackDueBy(calendar, bookedAt, preferredAt);
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return { dueBy: null, rule: 'no-calendar', preferToday: false, year: error.year };
  }
}

/** 4.2: may this time be preferred? One outside hours, or not after the booking, is refused with the next possible one. */
export type PreferredTimeVerdict = { readonly ok: true } | { readonly ok: false; readonly next: Instant };

/** 4.2: checks a preferred time against the line's hours and, when given, the instant of booking. Throws NoCalendarError. */
export function checkPreferredTime(
  calendar: WorkingCalendar,
  preferredAt: Instant,
  bookedAt = -Infinity,
): PreferredTimeVerdict {
  if (preferredAt > bookedAt && calendar.isOpen(preferredAt)) return { ok: true };
  const from = Math.max(preferredAt, bookedAt);
  return { ok: false, next: calendar.isOpen(from) ? from : calendar.nextOpening(from) };
}

/** 4.2, 7: what a notice does to an open event. `changed` false: the old value stands, nothing is written to the history. */
export type DueByChange = {
  readonly dueBy: Instant | null;
  readonly changed: boolean;
  readonly reason: 'unaffected' | 'overdue' | 'recomputed' | 'next-working-day';
};

/** An open event and the notice that came. `before` and `after` are the calendars without and with it. */
export type NoticedEvent = {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly bookedAt: Instant;
  readonly preferredAt?: Instant;
  readonly dueBy: Instant | null;
  readonly publishedAt: Instant;
};

/**
 * 4.2, 7: the due-by after a notice: recomputed from the booking on the new hours; a result past, or less than 30 minutes away, when the
 * notice is published → the next working day's closing. Overdue stays overdue. A notice that touches neither the event's own reckoning nor
 * the day it is due changes nothing (else any notice would put off whatever is due within half an hour).
 */
export function dueByAfterNotice(event: NoticedEvent): DueByChange {
  const { before, after, bookedAt, preferredAt, dueBy, publishedAt } = event;
  if (dueBy !== null && publishedAt > dueBy) return { dueBy, changed: false, reason: 'overdue' };
  const fresh = callbackDueByIfKnown(after, bookedAt, preferredAt).dueBy;
  const untouched = fresh === callbackDueByIfKnown(before, bookedAt, preferredAt).dueBy;
  if (dueBy !== null && untouched && closesThen(after, dueBy) === closesThen(before, dueBy)) {
    return { dueBy, changed: false, reason: 'unaffected' };
  }
  if (fresh === null || fresh - publishedAt >= LAST_HALF_HOUR_MS) {
    return { dueBy: fresh, changed: fresh !== dueBy, reason: fresh === dueBy ? 'unaffected' : 'recomputed' };
  }
  const moved = nextWorkingDayClosing(after, publishedAt);
  return { dueBy: moved, changed: moved !== dueBy, reason: 'next-working-day' };
}

/** 4.2: where the lead moves an event («недозвон») or a late notice does: the closing of the next working day; null = no calendar. */
export function nextWorkingDayClosing(calendar: WorkingCalendar, at: Instant): Instant | null {
  return ifKnown(() => closingOf(calendar, calendar.addWorkingDays(moscowDate(at), 1)));
}

/** 4.2: the date an event is due on. A due-by is a closing, and a day that closes at 24:00 is still that day. */
export function dueDate(dueBy: Instant): DateKey {
  return moscowDate(dueBy - 1);
}

/** The closing of the day an event is due on; null on a day off. */
function closesThen(calendar: WorkingCalendar, dueBy: Instant): Instant | null {
  return calendar.day(dueDate(dueBy)).closesAt;
}
