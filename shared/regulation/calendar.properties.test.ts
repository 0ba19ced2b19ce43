import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { addDays, MINUTE_MS, moscowDate, moscowTime } from './time.ts';

const at = moscowTime;

describe('2.1: the answers agree with each other', () => {
  const instants = fc.integer({ min: at('2026-10-01', '00:00'), max: at('2027-01-31', '00:00') });
  const times = fc.constantFrom('00:00', '08:00', '09:00', '12:30', '13:00', '17:00', '18:00', '24:00');
  const intervals = fc.array(
    fc.tuple(times, times).filter(([opens, closes]) => opens < closes),
    { maxLength: 3 },
  );
  const notices = fc.array(
    fc.record({ date: fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-10-20', n)), intervals }),
  );
  const calendars = notices.map((list) => createCalendar({ notices: list }));

  test('n working minutes later, n working minutes lie between, and not a moment earlier', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 3000 }), (noticed, from, minutes) => {
        const to = noticed.addWorkingMinutes(from, minutes);
        expect(noticed.workingTimeBetween(from, to)).toBe(minutes * MINUTE_MS);
        expect(noticed.workingTimeBetween(from, to - 1)).toBe(minutes * MINUTE_MS - 1);
      }),
    );
  });

  test('adding minutes in two steps is adding them at once', () => {
    const some = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(calendars, instants, some, some, (noticed, from, a, b) => {
        expect(noticed.addWorkingMinutes(noticed.addWorkingMinutes(from, a), b)).toBe(
          noticed.addWorkingMinutes(from, a + b),
        );
      }),
    );
  });

  test('time between is additive', () => {
    fc.assert(
      fc.property(calendars, instants, instants, instants, (noticed, a, b, c) => {
        expect(noticed.workingTimeBetween(a, b) + noticed.workingTimeBetween(b, c)).toBe(
          noticed.workingTimeBetween(a, c),
        );
      }),
    );
  });

  test('the next opening is open, was closed before, and nothing opens in between', () => {
    fc.assert(
      fc.property(calendars, instants, (noticed, from) => {
        const opening = noticed.nextOpening(from);
        expect(opening).toBeGreaterThan(from);
        expect(noticed.isOpen(opening)).toBe(true);
        if (!noticed.isOpen(from)) expect(noticed.workingTimeBetween(from, opening)).toBe(0);
      }),
    );
  });

  test('n working days later is a working day with n - 1 before it', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 60 }), (noticed, from, n) => {
        const start = moscowDate(from);
        const end = noticed.addWorkingDays(start, n);
        let counted = 0;
        for (let date = addDays(start, 1); date <= end; date = addDays(date, 1))
          counted += Number(noticed.day(date).working);
        expect(counted).toBe(n);
        expect(noticed.day(end).working).toBe(true);
      }),
    );
  });
});
