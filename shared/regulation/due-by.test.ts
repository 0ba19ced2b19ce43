import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { callbackDueBy, callbackDueByIfKnown, checkPreferredTime, nextWorkingDayClosing } from './due-by.ts';
import { MINUTE_MS, moscowDate, moscowTime } from './time.ts';

const calendar = createCalendar();
/** '2026-11-03 16:30' in Moscow. */
const at = (text: string): number => moscowTime(text.slice(0, 10), text.slice(11));
const iso = (instant: number): string =>
  new Date(instant + 180 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

describe('4.2: due-by on the working calendar', () => {
  test.each([
    ['open', '2026-11-02 10:00', '2026-11-02 18:00', 'today', false],
    ['not yet open', '2026-11-02 06:00', '2026-11-02 18:00', 'today', false],
    ['a minute before the last half hour', '2026-11-02 17:29', '2026-11-02 18:00', 'today', false],
    ['exactly 30 minutes before closing', '2026-11-02 17:30', '2026-11-03 17:00', 'next-working-day', true],
    ['in the last half hour', '2026-11-02 17:59', '2026-11-03 17:00', 'next-working-day', true],
    ['at closing', '2026-11-02 18:00', '2026-11-03 17:00', 'next-working-day', false],
    ['after closing', '2026-11-02 23:59', '2026-11-03 17:00', 'next-working-day', false],
    ['shortened day, in time', '2026-11-03 16:29', '2026-11-03 17:00', 'today', false],
    ['shortened day, half an hour before', '2026-11-03 16:30', '2026-11-05 18:00', 'next-working-day', true],
    ['shortened day, closed', '2026-11-03 17:00', '2026-11-05 18:00', 'next-working-day', false],
    ['day off', '2026-11-04 10:00', '2026-11-05 18:00', 'next-working-day', false],
    ['working Saturday', '2024-04-27 10:00', '2024-04-27 18:00', 'today', false],
    ['before a working Saturday', '2024-04-26 17:45', '2024-04-27 18:00', 'next-working-day', true],
    ['shortened working Saturday', '2025-11-01 16:30', '2025-11-05 18:00', 'next-working-day', true],
    ['before the long holidays', '2025-12-30 17:30', '2026-01-12 18:00', 'next-working-day', true],
    ['in the long holidays', '2026-01-05 12:00', '2026-01-12 18:00', 'next-working-day', false],
  ])('%s: booked %s, due by %s', (_case, booked, due, rule, preferToday) => {
    const result = callbackDueBy(calendar, at(booked));
    expect({ ...result, dueBy: iso(result.dueBy) }).toEqual({ dueBy: due, rule, preferToday });
  });

  test('a millisecond decides at half an hour before closing', () => {
    expect(callbackDueBy(calendar, at('2026-11-02 17:30') - 1).rule).toBe('today');
    expect(callbackDueBy(calendar, at('2026-11-02 17:30')).rule).toBe('next-working-day');
  });

  test('a closed hour (break) does not end the day, a day closed by a notice is a day off', () => {
    const noticed = createCalendar({
      notices: [
        {
          date: '2026-11-02',
          intervals: [
            ['09:00', '12:00'],
            ['14:00', '16:00'],
          ],
        },
        { date: '2026-11-05', intervals: [] },
      ],
    });
    expect(iso(callbackDueBy(noticed, at('2026-11-02 12:30')).dueBy)).toBe('2026-11-02 16:00');
    expect(callbackDueBy(noticed, at('2026-11-02 15:30'))).toMatchObject({
      rule: 'next-working-day',
      preferToday: true,
    });
    expect(iso(callbackDueBy(noticed, at('2026-11-03 16:45')).dueBy)).toBe('2026-11-06 18:00');
    expect(callbackDueBy(noticed, at('2026-11-05 10:00'))).toMatchObject({ preferToday: false });
  });
});

describe('4.2: a preferred time', () => {
  test.each([
    ['before due-by changes nothing', '2026-11-02 10:00', '2026-11-02 15:00', '2026-11-02 18:00', 'today', false],
    [
      'later moves it to the closing of its day',
      '2026-11-02 10:00',
      '2026-11-03 11:00',
      '2026-11-03 17:00',
      'wish',
      false,
    ],
    [
      'within the next working day keeps it',
      '2026-11-02 17:45',
      '2026-11-03 11:00',
      '2026-11-03 17:00',
      'next-working-day',
      false,
    ],
    [
      'still today keeps today preferred',
      '2026-11-02 17:45',
      '2026-11-02 17:50',
      '2026-11-03 17:00',
      'next-working-day',
      true,
    ],
    [
      'on a day off stands for the next opening',
      '2026-11-02 10:00',
      '2026-11-04 11:00',
      '2026-11-05 18:00',
      'wish',
      false,
    ],
    [
      'at closing stands for the next opening',
      '2026-11-02 10:00',
      '2026-11-05 18:00',
      '2026-11-06 18:00',
      'wish',
      false,
    ],
  ])('%s: booked %s, preferred %s', (_case, booked, preferred, due, rule, preferToday) => {
    const result = callbackDueBy(calendar, at(booked), at(preferred));
    expect({ ...result, dueBy: iso(result.dueBy) }).toEqual({ dueBy: due, rule, preferToday });
  });

  test('exactly at due-by is not later than it', () => {
    const dueBy = at('2026-11-02 18:00');
    expect(callbackDueBy(calendar, at('2026-11-02 10:00'), dueBy)).toEqual({
      dueBy,
      rule: 'today',
      preferToday: false,
    });
  });

  test.each([
    ['2026-11-02 09:00', null],
    ['2026-11-02 17:59', null],
    ['2026-11-02 18:00', '2026-11-03 09:00'],
    ['2026-11-02 08:00', '2026-11-02 09:00'],
    ['2026-11-04 12:00', '2026-11-05 09:00'],
  ])('%s outside hours is refused with the next possible: %s', (preferred, next) => {
    const verdict = checkPreferredTime(calendar, at(preferred));
    expect(verdict).toEqual(next === null ? { ok: true } : { ok: false, next: at(next) });
  });

  test.each([
    ['past, booked in hours: at once', '2026-11-02 10:00', '2026-11-02 12:00', '2026-11-02 12:00'],
    ['now is not later', '2026-11-02 12:00', '2026-11-02 12:00', '2026-11-02 12:00'],
    ['past, booked when closed: the next opening', '2026-11-02 10:00', '2026-11-02 19:00', '2026-11-03 09:00'],
    ['outside hours, later than the booking', '2026-11-04 10:00', '2026-11-02 12:00', '2026-11-05 09:00'],
  ])('%s', (_case, preferred, booked, next) => {
    expect(checkPreferredTime(calendar, at(preferred), at(booked))).toEqual({ ok: false, next: at(next) });
  });

  test('later than the booking and in hours is taken', () => {
    expect(checkPreferredTime(calendar, at('2026-11-02 12:01'), at('2026-11-02 12:00'))).toEqual({ ok: true });
  });
});

describe('4.2, 2.1: a year without data', () => {
  test('leaves the event without due-by, as an answer', () => {
    expect(callbackDueByIfKnown(calendar, at('2027-12-30 17:45'))).toEqual({
      dueBy: null,
      rule: 'no-calendar',
      preferToday: false,
      year: 2028,
    });
    expect(nextWorkingDayClosing(calendar, at('2027-12-30 17:45'))).toBeNull();
  });

  test('what is known stays known', () => {
    expect(callbackDueByIfKnown(calendar, at('2027-12-30 17:29'))).toMatchObject({ dueBy: at('2027-12-30 18:00') });
    expect(nextWorkingDayClosing(calendar, at('2026-11-02 12:00'))).toBe(at('2026-11-03 17:00'));
  });

  test('any other fault is not swallowed', () => {
    expect(() => callbackDueByIfKnown(calendar, NaN)).toThrow(RangeError);
    expect(() => nextWorkingDayClosing(calendar, NaN)).toThrow(RangeError);
  });
});

describe('4.2: whatever the instant', () => {
  const instants = fc.integer({ min: at('2024-01-01 00:00'), max: at('2027-12-01 00:00') });

  test('due-by is a closing, later than the booking, on its own day or the next working one', () => {
    fc.assert(
      fc.property(instants, (booked) => {
        const { dueBy, rule } = callbackDueBy(calendar, booked);
        const day = moscowDate(dueBy);
        expect(calendar.day(day).closesAt).toBe(dueBy);
        expect(day).toBe(rule === 'today' ? moscowDate(booked) : calendar.addWorkingDays(moscowDate(booked), 1));
        expect(calendar.workingTimeBetween(booked, dueBy)).toBeGreaterThan(30 * MINUTE_MS);
      }),
    );
  });

  test('a later booking is never due earlier', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 5_000_000_00 }), (booked, later) => {
        expect(callbackDueBy(calendar, booked + later).dueBy).toBeGreaterThanOrEqual(
          callbackDueBy(calendar, booked).dueBy,
        );
      }),
    );
  });
});
