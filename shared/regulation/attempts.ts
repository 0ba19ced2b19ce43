import type { WorkingCalendar } from './calendar.ts';
import { ifKnown } from './calendar.ts';
import type { DateKey, Instant } from './time.ts';
import { MINUTE_MS, moscowDate } from './time.ts';

/** 4.2, policy: when an unanswered event comes back. Milliseconds. */
export type AttemptPolicy = {
  /** After the first, second, … unanswered attempt; the last one repeats. */
  readonly delaysMs: readonly number[];
  /** The last attempt falls at least this long before due-by. */
  readonly lastBeforeDueMs: number;
};

export const DEFAULT_ATTEMPT_POLICY: AttemptPolicy = {
  delaysMs: [5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS],
  lastBeforeDueMs: 5 * MINUTE_MS,
};

/**
 * 4.2: when an unanswered event is tried again. `attempts` are the instants of its unanswered attempts.
 * The delay of the policy, at an opening if the line is closed by then, drawn forward to the last moment allowed before due-by;
 * null = no attempt is left (the lead moves the event, «недозвон»), or none was made yet. Without due-by (no calendar) only the delay counts.
 */
export function nextAttemptAt(
  policy: AttemptPolicy,
  attempts: readonly Instant[],
  dueBy: Instant | null,
  calendar: WorkingCalendar,
): Instant | null {
  const delay = policy.delaysMs[Math.min(attempts.length, policy.delaysMs.length) - 1];
  if (delay === undefined) return null;
  const lastAttempt = Math.max(...attempts);
  if (dueBy === null) return lastAttempt + delay;
  const latest = dueBy - policy.lastBeforeDueMs;
  if (lastAttempt >= latest) return null;
  const next = Math.min(lastAttempt + delay, latest);
  return calendar.isOpen(next) ? next : Math.min(calendar.nextOpening(next), latest);
}

/**
 * 4.2: after attempts on three working days an event may be closed «не дозвонились». Days of a year without a calendar all count, as do all
 * days for a screen that has none: it may offer what the desk then refuses, but not the other way round.
 */
export function mayCloseAsUnreached(attempts: readonly Instant[], calendar: WorkingCalendar | null = null): boolean {
  const dates = new Set(attempts.map(moscowDate));
  const counts = (date: DateKey): boolean => calendar === null || (ifKnown(() => calendar.day(date).working) ?? true);
  return [...dates].filter(counts).length >= 3;
}
