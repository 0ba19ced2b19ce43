import { CALENDAR_YEARS } from './calendar-data.ts';
import type { DateKey, Instant } from './time.ts';
import { addDays, isDateKey, isWeekend, MINUTE_MS, moscowDate, moscowTime, yearOf } from './time.ts';

/** 7.1: changed hours of one date, replacing them whole. Times are Moscow's 'HH:mm'; no intervals = closed. */
export type Notice = { readonly date: DateKey; readonly intervals: readonly (readonly [string, string])[] };

/** Half-open: open from `opensAt`, no longer at `closesAt`. */
export type OpenInterval = { readonly opensAt: Instant; readonly closesAt: Instant };

/** One Moscow date as the line works it. A day off has no intervals and nulls. */
export type WorkingDay = {
  readonly date: DateKey;
  readonly working: boolean;
  /** One hour shorter by the production calendar, and no notice says otherwise. */
  readonly shortened: boolean;
  readonly intervals: readonly OpenInterval[];
  readonly opensAt: Instant | null;
  /** The end of the last interval: a break closes the line but does not end the day. */
  readonly closesAt: Instant | null;
};

/** 2.1: the year has no production calendar yet, and none is guessed. */
export class NoCalendarError extends Error {
  override readonly name = 'NoCalendarError';
  readonly code = 'no-calendar';
  readonly year: number;
  constructor(year: number) {
    super(`no production calendar for ${year}`);
    this.year = year;
  }
}

/** What the line's hours answer. Every question may throw NoCalendarError. */
export type WorkingCalendar = {
  /** 2.1, 7: the hours of a date. */
  day(date: DateKey): WorkingDay;
  /** 2.1: is the line open at this instant? */
  isOpen(at: Instant): boolean;
  /** 2.1: the first opening strictly after the instant. */
  nextOpening(at: Instant): Instant;
  /** 2.1: the earliest instant by which `minutes` working minutes have passed; 0 changes nothing. RangeError if negative or not whole. */
  addWorkingMinutes(at: Instant, minutes: number): Instant;
  /** 2.1: the n-th working day strictly after the date; 0 is the date itself. RangeError if negative or not whole. */
  addWorkingDays(date: DateKey, days: number): DateKey;
  /** 2.1: working milliseconds between two instants; negative when `to` is before `from`. */
  workingTimeBetween(from: Instant, to: Instant): number;
};

export type CalendarOptions = {
  readonly notices?: readonly Notice[];
  /** Policy: a shortened day closes at 17:00 (default) or, off, at 18:00. */
  readonly shortenedDays?: boolean;
};

const OPENS = '09:00';
const CLOSES = '18:00';
const CLOSES_SHORTENED = '17:00';

/**
 * 2.1, 7: the working calendar of the line: the production calendar with the line's notices on top (of several for one date the last counts).
 * A date with a notice needs no calendar year: the notice says it whole. Throws RangeError for a malformed notice (ask `noticeProblem` first).
 */
export function createCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const shortenedDays = options.shortenedDays ?? true;
  const noticed = new Map<DateKey, WorkingDay>();
  for (const notice of options.notices ?? []) noticed.set(notice.date, dayByNotice(notice));

  const day = (date: DateKey): WorkingDay => noticed.get(date) ?? (shortenedDays ? shortenedDay(date) : fullDay(date));
  const nextWorkingDate = remember((date: DateKey) => {
    let next = tomorrow(date);
    while (!day(next).working) next = tomorrow(next);
    return next;
  });

  function nextOpening(at: Instant): Instant {
    for (let date = moscowDate(at); ; date = nextWorkingDate(date)) {
      const interval = day(date).intervals.find(({ opensAt }) => opensAt > at);
      if (interval !== undefined) return interval.opensAt;
    }
  }

  function addWorkingMinutes(at: Instant, minutes: number): Instant {
    requireCount(minutes, 'working minutes');
    if (minutes === 0) return at;
    let left = minutes * MINUTE_MS;
    for (let date = moscowDate(at); ; date = nextWorkingDate(date)) {
      for (const { opensAt, closesAt } of day(date).intervals) {
        const openMs = Math.max(0, closesAt - Math.max(opensAt, at));
        if (left <= openMs) return closesAt - (openMs - left);
        left -= openMs;
      }
    }
  }

  function addWorkingDays(date: DateKey, days: number): DateKey {
    requireCount(days, 'working days');
    let result = date;
    for (let left = days; left > 0; left -= 1) result = nextWorkingDate(result);
    return result;
  }

  function workingTimeBetween(from: Instant, to: Instant): number {
    if (to < from) return 0 - workingTimeBetween(to, from);
    const lastDate = moscowDate(to);
    let total = 0;
    for (let date = moscowDate(from); date <= lastDate; date = tomorrow(date)) {
      for (const { opensAt, closesAt } of day(date).intervals) {
        total += Math.max(0, Math.min(closesAt, to) - Math.max(opensAt, from));
      }
    }
    return total;
  }

  return {
    day,
    isOpen: (at) => day(moscowDate(at)).intervals.some(({ opensAt, closesAt }) => opensAt <= at && at < closesAt),
    nextOpening,
    addWorkingMinutes,
    addWorkingDays,
    workingTimeBetween,
  };
}

/** 2.1: the closing of a working day. Throws RangeError for a day off, NoCalendarError. */
export function closingOf(calendar: Pick<WorkingCalendar, 'day'>, date: DateKey): Instant {
  const { closesAt } = calendar.day(date);
  if (closesAt === null) throw new RangeError(`not a working day: ${date}`);
  return closesAt;
}

/** 2.1: the answer to a question of a calendar, or null where a year without calendar leaves it unknown. Any other fault is thrown on. */
export function ifKnown<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return null;
  }
}

/** 7: what is wrong with a notice somebody entered, or null. */
export function noticeProblem(notice: Notice): 'bad-date' | 'bad-time' | 'empty-interval' | null {
  if (!isDateKey(notice.date)) return 'bad-date';
  const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00';
  if (!notice.intervals.every(([opens, closes]) => isTime(opens) && isTime(closes))) return 'bad-time';
  if (!notice.intervals.every(([opens, closes]) => opens < closes)) return 'empty-interval';
  return null;
}

/** 2.1: from 1 December, the next year if its calendar is missing (the lead is warned), else null. */
export function missingNextYear(at: Instant): number | null {
  const date = moscowDate(at);
  const next = yearOf(date) + 1;
  return date.slice(5) >= '12-01' && !CALENDAR_YEARS.has(next) ? next : null;
}

function dayByNotice(notice: Notice): WorkingDay {
  const problem = noticeProblem(notice);
  if (problem !== null) throw new RangeError(`bad notice for ${notice.date}: ${problem}`);
  const intervals = notice.intervals.map(([opens, closes]) => ({
    opensAt: moscowTime(notice.date, opens),
    closesAt: moscowTime(notice.date, closes),
  }));
  return workingDay(notice.date, false, joinIntervals(intervals));
}

function dayByCalendar(date: DateKey, shortenedDays: boolean): WorkingDay {
  if (!isDateKey(date)) throw new RangeError(`not a date: ${date}`);
  const year = CALENDAR_YEARS.get(yearOf(date));
  if (year === undefined) throw new NoCalendarError(yearOf(date));
  const monthAndDay = date.slice(5);
  const off = isWeekend(date) ? !year.workingWeekends.includes(monthAndDay) : year.weekdaysOff.includes(monthAndDay);
  if (off) return workingDay(date, false, []);
  const shortened = shortenedDays && year.shortened.includes(monthAndDay);
  const closesAt = moscowTime(date, shortened ? CLOSES_SHORTENED : CLOSES);
  return workingDay(date, shortened, [{ opensAt: moscowTime(date, OPENS), closesAt }]);
}

/** The production calendar does not depend on the notices, so every calendar draws on the same answers. */
const shortenedDay = remember((date) => dayByCalendar(date, true));
const fullDay = remember((date) => dayByCalendar(date, false));
const tomorrow = remember((date) => addDays(date, 1));

function workingDay(date: DateKey, shortened: boolean, intervals: readonly OpenInterval[]): WorkingDay {
  return {
    date,
    working: intervals.length > 0,
    shortened,
    intervals,
    opensAt: intervals.at(0)?.opensAt ?? null,
    closesAt: intervals.at(-1)?.closesAt ?? null,
  };
}

/** In order, and those that touch or overlap made one, so that every `opensAt` is a real opening. */
function joinIntervals(intervals: readonly OpenInterval[]): OpenInterval[] {
  const joined: OpenInterval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.opensAt - b.opensAt)) {
    const last = joined.at(-1);
    if (last === undefined || last.closesAt < interval.opensAt) joined.push(interval);
    else joined.splice(-1, 1, { opensAt: last.opensAt, closesAt: Math.max(last.closesAt, interval.closesAt) });
  }
  return joined;
}

function requireCount(count: number, what: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${what}: a whole number from 0, not ${count}`);
}

/** What a date's answer is never changes, so each is worked out once. */
function remember<Answer>(answer: (date: DateKey) => Answer): (date: DateKey) => Answer {
  const known = new Map<DateKey, Answer>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const fresh = answer(date);
    known.set(date, fresh);
    return fresh;
  };
}
