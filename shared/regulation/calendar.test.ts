import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { closingOf, createCalendar, ifKnown, missingNextYear, NoCalendarError } from './calendar.ts';
import { CALENDAR_YEARS } from './calendar-data.ts';
import { addDays, MINUTE_MS, moscowTime } from './time.ts';

const calendar = createCalendar();
const at = moscowTime;
const iso = (instant: number): string =>
  new Date(instant + 3 * 60 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

const factsFile = z.object({
  decree: z.object({ date: z.string(), number: z.string() }),
  daysOff: z.array(z.string()),
  shortenedDays: z.array(z.string()),
  counts: z.object({ workingDays: z.number(), shortened: z.number() }),
});
function factsOf(year: number): z.infer<typeof factsFile> {
  const file = new URL(`../../test/fixtures/calendar/ru-${year}.json`, import.meta.url);
  return factsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

test('2.1: the years known are those decreed, each by its decree', () => {
  expect([...CALENDAR_YEARS].map(([year, { decree }]) => [year, decree])).toEqual(
    [2024, 2025, 2026, 2027].map((year) => {
      const { date, number } = factsOf(year).decree;
      return [year, `${date} № ${number}`];
    }),
  );
});

describe.each([2024, 2025, 2026, 2027])('2.1: the production calendar of %i', (year) => {
  const facts = factsOf(year);
  const dates: string[] = [];
  for (let date = `${year}-01-01`; date < `${year + 1}-01-01`; date = addDays(date, 1)) dates.push(date);

  test('every day is as the facts say', () => {
    const days = dates.map((date) => calendar.day(date));
    expect(days.filter(({ working }) => !working).map(({ date }) => date)).toEqual(facts.daysOff);
    expect(days.filter(({ shortened }) => shortened).map(({ date }) => date)).toEqual(facts.shortenedDays);
  });

  test('the working days are counted', () => {
    expect(dates.filter((date) => calendar.day(date).working)).toHaveLength(facts.counts.workingDays);
    expect(dates.filter((date) => calendar.day(date).shortened)).toHaveLength(facts.counts.shortened);
  });

  test('every working day opens at nine and closes at six, or an hour earlier', () => {
    for (const date of dates) {
      const { working, shortened, intervals, opensAt, closesAt } = calendar.day(date);
      const hours = working ? [at(date, '09:00'), at(date, shortened ? '17:00' : '18:00')] : [null, null];
      expect([opensAt, closesAt]).toEqual(hours);
      expect(intervals).toEqual(working ? [{ opensAt, closesAt }] : []);
    }
  });
});

test('2.1: facts that catch mistakes', () => {
  const working = (date: string): boolean => calendar.day(date).working;
  expect(working('2024-04-27')).toBe(true);
  expect(calendar.day('2025-11-01')).toMatchObject({ working: true, shortened: true });
  expect(working('2026-01-09')).toBe(false);
  expect(working('2026-12-31')).toBe(false);
  expect(calendar.day('2027-02-20')).toMatchObject({ working: true, shortened: true });
  expect(working('2027-02-22')).toBe(false);
  expect(working('2026-11-04')).toBe(false);
});

test('2.1, policy: a shortened day closes at 17:00', () => {
  expect(calendar.day('2026-11-03')).toMatchObject({ shortened: true, closesAt: at('2026-11-03', '17:00') });
});

test('2.1, policy off: a shortened day closes at 18:00', () => {
  const day = createCalendar({ shortenedDays: false }).day('2026-11-03');
  expect(day).toMatchObject({ shortened: false, closesAt: at('2026-11-03', '18:00') });
});

test.each([
  ['2026-11-02', '08:59', false],
  ['2026-11-02', '09:00', true],
  ['2026-11-02', '17:59', true],
  ['2026-11-02', '18:00', false],
  ['2026-11-03', '16:59', true],
  ['2026-11-03', '17:00', false],
  ['2026-11-04', '12:00', false],
])('2.1: half-open hours: %s %s open %s', (date, time, open) => {
  expect(calendar.isOpen(at(date, time))).toBe(open);
});

test('2.1: open to the last millisecond before closing', () => {
  expect(calendar.isOpen(at('2026-11-02', '18:00') - 1)).toBe(true);
  expect(calendar.isOpen(at('2026-11-02', '09:00') - 1)).toBe(false);
});

test.each([
  ['2026-11-02', '08:59', '2026-11-02 09:00'],
  ['2026-11-02', '09:00', '2026-11-03 09:00'],
  ['2026-11-03', '17:00', '2026-11-05 09:00'],
  ['2025-12-30', '18:00', '2026-01-12 09:00'],
  ['2027-02-19', '20:00', '2027-02-20 09:00'],
])('2.1: next opening strictly after %s %s is %s', (date, time, opening) => {
  expect(iso(calendar.nextOpening(at(date, time)))).toBe(opening);
});

test.each([
  ['2026-11-02', '10:00', 0, '2026-11-02 10:00'],
  ['2026-11-04', '10:00', 0, '2026-11-04 10:00'],
  ['2026-11-02', '17:00', 60, '2026-11-02 18:00'],
  ['2026-11-02', '17:00', 61, '2026-11-03 09:01'],
  ['2026-11-03', '16:30', 90, '2026-11-05 10:00'],
  ['2026-11-02', '07:00', 540, '2026-11-02 18:00'],
  ['2026-11-02', '20:00', 1, '2026-11-03 09:01'],
  ['2026-11-02', '09:00', 540 + 480 + 1, '2026-11-05 09:01'],
])('2.1: from %s %s %i working minutes end at %s', (date, time, minutes, end) => {
  expect(iso(calendar.addWorkingMinutes(at(date, time), minutes))).toBe(end);
});

test('2.1: a term running out at closing ends at that closing, 0 changes nothing', () => {
  const closing = at('2026-11-02', '18:00');
  expect(calendar.addWorkingMinutes(at('2026-11-02', '09:00'), 540)).toBe(closing);
  expect(calendar.addWorkingMinutes(closing, 0)).toBe(closing);
  expect(calendar.addWorkingMinutes(closing - 1, 1)).toBe(at('2026-11-03', '09:00') + MINUTE_MS - 1);
});

test('2.1: the n-th working day strictly after the date, 0 is the date itself', () => {
  const days = [0, 1, 2, 3, 4].map((n) => calendar.addWorkingDays('2026-11-03', n));
  expect(days).toEqual(['2026-11-03', '2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10']);
});

test.each([
  ['2026-11-02', 0, '2026-11-02'],
  ['2026-11-04', 0, '2026-11-04'],
  ['2026-11-02', 1, '2026-11-03'],
  ['2026-11-03', 1, '2026-11-05'],
  ['2026-11-04', 1, '2026-11-05'],
  ['2024-04-26', 1, '2024-04-27'],
  ['2025-12-30', 3, '2026-01-14'],
])('2.1: %s and %i working days is %s', (date, days, result) => {
  expect(calendar.addWorkingDays(date, days)).toBe(result);
});

test('2.1: negative or broken counts are errors', () => {
  for (const count of [-1, 0.5, NaN, Infinity]) {
    const ask = (what: string): RangeError => new RangeError(`${what}: a whole number from 0, not ${count}`);
    expect(() => calendar.addWorkingDays('2026-11-02', count)).toThrow(ask('working days'));
    expect(() => calendar.addWorkingMinutes(at('2026-11-02', '10:00'), count)).toThrow(ask('working minutes'));
  }
});

test.each([
  ['2026-11-02', '10:00', '2026-11-02', '10:30', 30],
  ['2026-11-02', '17:00', '2026-11-03', '10:00', 120],
  ['2026-11-02', '00:00', '2026-11-06', '00:00', 540 + 480 + 540],
  ['2026-11-04', '00:00', '2026-11-05', '00:00', 0],
  ['2026-11-03', '10:00', '2026-11-02', '17:00', -120],
])('2.1: between %s %s and %s %s lie %i working minutes', (fromDate, fromTime, toDate, toTime, minutes) => {
  expect(calendar.workingTimeBetween(at(fromDate, fromTime), at(toDate, toTime))).toBe(minutes * MINUTE_MS);
});

describe('2.1: a year without data is an error with its code, never a guess', () => {
  test.each([
    ['day', (): unknown => calendar.day('2028-01-10')],
    ['isOpen', (): unknown => calendar.isOpen(Date.UTC(2028, 0, 10))],
    ['nextOpening', (): unknown => calendar.nextOpening(at('2027-12-31', '12:00'))],
    ['addWorkingDays', (): unknown => calendar.addWorkingDays('2027-12-30', 1)],
    ['addWorkingMinutes', (): unknown => calendar.addWorkingMinutes(at('2027-12-30', '17:59'), 2)],
    [
      'workingTimeBetween',
      (): unknown => calendar.workingTimeBetween(at('2027-12-31', '12:00'), at('2028-01-01', '12:00')),
    ],
  ])('%s', (_name, ask) => {
    expect(ask).toThrow(NoCalendarError);
    expect(ask).toThrow(
      expect.objectContaining({
        name: 'NoCalendarError',
        code: 'no-calendar',
        year: 2028,
        message: 'no production calendar for 2028',
      }),
    );
  });

  test('before the first year too', () => {
    expect(() => calendar.day('2023-12-29')).toThrow(expect.objectContaining({ year: 2023 }));
  });

  test('the closing of a day off is asked by mistake', () => {
    expect(() => closingOf(calendar, '2026-11-04')).toThrow(new RangeError('not a working day: 2026-11-04'));
    expect(closingOf(calendar, '2026-11-05')).toBe(at('2026-11-05', '18:00'));
  });

  test('is an answer where somebody asks so; any other fault is not swallowed', () => {
    expect(ifKnown(() => calendar.day('2028-01-10'))).toBeNull();
    expect(ifKnown(() => calendar.day('2026-11-05').working)).toBe(true);
    expect(() => ifKnown(() => calendar.day('завтра'))).toThrow(RangeError);
  });

  test('a malformed date is another error', () => {
    expect(() => calendar.day('2026-13-01')).toThrow(new RangeError('not a date: 2026-13-01'));
  });
});

test.each([
  ['2027-11-30', null],
  ['2027-12-01', 2028],
  ['2026-12-15', null],
])('2.1: on %s the lead is warned of the missing year %s', (date, year) => {
  expect(missingNextYear(at(date, '12:00'))).toBe(year);
});

test('2.1: a year asked every half hour is open as many hours as the facts say', () => {
  const start = at('2026-01-01', '00:00');
  let halfHours = 0;
  for (let step = 0; step < 365 * 48; step += 1) halfHours += Number(calendar.isOpen(start + step * 30 * MINUTE_MS));
  expect(halfHours / 2).toBe(247 * 9 - 4);
});
