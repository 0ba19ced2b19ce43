import { dueDate, LAST_HALF_HOUR_MS } from './due-by.ts';
import type { DateKey, Instant } from './time.ts';
import { moscowDate } from './time.ts';

/** 2.6: only `confirmed` (by a consultant or a lead, with a reason) jumps the order; `requested` is the user's own mark. */
export type Criticality = 'confirmed' | 'requested' | 'none';

/** What rule 2.6 looks at. `dueBy` null: the year has no calendar. */
export type Ordered = {
  readonly criticality: Criticality;
  readonly dueBy: Instant | null;
  readonly bookedAt: Instant;
  readonly id: string;
};

/**
 * 2.6: the order of handling: confirmed high criticality, then due-by (an event without one first), then booking time, then identifier.
 * Total and stable: 0 only for the same identifier.
 */
export function compareByRule26(a: Ordered, b: Ordered): number {
  return (
    Number(b.criticality === 'confirmed') - Number(a.criticality === 'confirmed') ||
    compare(a.dueBy ?? -Infinity, b.dueBy ?? -Infinity) ||
    compare(a.bookedAt, b.bookedAt) ||
    compare(a.id, b.id)
  );
}

/** All that the requests of the morning ask of a calendar: when a day begins. */
export type DayOpens = { day(date: DateKey): { readonly opensAt: Instant | null } };

/**
 * 2.6: the user's own marks to be confirmed or not before anything else is done: at today's opening those that waited for it, each until it
 * is decided, in the order of 2.6. Empty before the opening and on a day off. Throws NoCalendarError.
 * @param open the open events
 */
export function firstToConfirm<Event extends Ordered>(
  open: readonly Event[],
  now: Instant,
  calendar: DayOpens,
): Event[] {
  const { opensAt } = calendar.day(moscowDate(now));
  if (opensAt === null || now < opensAt) return [];
  return open
    .filter(({ criticality, bookedAt }) => criticality === 'requested' && bookedAt < opensAt)
    .sort(compareByRule26);
}

export type EventGroup = 'overdue' | 'today' | 'prefer-today' | 'later' | 'closed';

/** What the grouping of an event looks at. */
export type Grouped = {
  readonly dueBy: Instant | null;
  readonly bookedAt: Instant;
  readonly preferToday: boolean;
  readonly closed: boolean;
};

/** All that grouping asks of a calendar: when a day ends. */
export type DayEnds = { day(date: DateKey): { readonly closesAt: Instant | null } };

/** 4.2: overdue from the first instant after due-by. */
export function isOverdue(dueBy: Instant | null, now: Instant): boolean {
  return dueBy !== null && now > dueBy;
}

/** 4.2: on time = the call that handled the event was answered at or before due-by; without due-by nothing was missed. */
export function isOnTime(dueBy: Instant | null, answeredAt: Instant): boolean {
  return !isOverdue(dueBy, answeredAt);
}

/**
 * 4.2: the group of the events list. Due today (or no due-by known: not to be lost from sight) → 'today'; booked in the last half hour
 * → 'prefer-today' until that day's closing. Throws NoCalendarError.
 */
export function eventGroup(event: Grouped, now: Instant, calendar: DayEnds): EventGroup {
  if (event.closed) return 'closed';
  if (event.dueBy === null) return 'today';
  if (isOverdue(event.dueBy, now)) return 'overdue';
  const today = moscowDate(now);
  if (dueDate(event.dueBy) === today) return 'today';
  if (!event.preferToday || moscowDate(event.bookedAt) !== today) return 'later';
  const { closesAt } = calendar.day(today);
  return closesAt !== null && now < closesAt ? 'prefer-today' : 'later';
}

/** 4.2: from 30 minutes before its due-by an open event is pressed on everybody, and stays so while overdue. */
export function isPressing(dueBy: Instant | null, now: Instant): boolean {
  return dueBy !== null && now >= dueBy - LAST_HALF_HOUR_MS;
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
