import type { WorkingCalendar } from './calendar.ts';
import type { Instant } from './time.ts';
import { MINUTE_MS, moscowDate } from './time.ts';

/** 4.2: what is left to do today, and who is there to do it. */
export type Workload = {
  /** Open events that are due by today's closing. */
  readonly openEvents: number;
  /** How long one takes on average, dialling and wrap-up included. */
  readonly averageHandlingMs: number;
  readonly consultants: number;
};

/** 4.2, policy: how long one takes where too few have been handled to tell: ten minutes. */
export const DEFAULT_HANDLING_MS = 10 * MINUTE_MS;

/** 4.2: whether the remaining agent-minutes suffice. The margin is negative by what is lacking; whole minutes, never rounded to hope. */
export type Forecast = {
  readonly suffices: boolean;
  readonly neededMs: number;
  readonly availableMs: number;
  readonly marginMinutes: number;
};

/**
 * 4.2: given the open events, do the agent-minutes left before today's closing suffice? Only open hours count (a break does not), for
 * each consultant on shift. Closed for today, nothing is available. RangeError for a negative or unknown figure. Throws NoCalendarError.
 */
export function forecast(calendar: WorkingCalendar, workload: Workload, now: Instant): Forecast {
  const { openEvents, averageHandlingMs, consultants } = workload;
  for (const figure of [openEvents, averageHandlingMs, consultants]) {
    if (!Number.isFinite(figure) || figure < 0) throw new RangeError(`a figure from 0, not ${figure}`);
  }
  const { closesAt } = calendar.day(moscowDate(now));
  const openMs = closesAt === null ? 0 : Math.max(0, calendar.workingTimeBetween(now, closesAt));
  const neededMs = openEvents * averageHandlingMs;
  const availableMs = openMs * consultants;
  const marginMinutes = Math.floor((availableMs - neededMs) / MINUTE_MS);
  return { suffices: availableMs >= neededMs, neededMs, availableMs, marginMinutes };
}
