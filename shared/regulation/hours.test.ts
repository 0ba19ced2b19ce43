import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { moscowTime } from './time.ts';
import { lineHours } from './hours.ts';

const calendar = createCalendar({
  notices: [
    {
      date: '2026-11-25',
      intervals: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    },
  ],
});

test.each([
  ['2026-11-24', '08:59', false, ['2026-11-24', '09:00'], false],
  ['2026-11-24', '09:00', true, ['2026-11-24', '18:00'], false],
  ['2026-11-24', '18:00', false, ['2026-11-25', '09:00'], false],
  ['2026-11-25', '10:00', true, ['2026-11-25', '12:00'], false],
  ['2026-11-25', '12:30', false, ['2026-11-25', '13:00'], false],
  ['2026-11-03', '10:00', true, ['2026-11-03', '17:00'], true],
  ['2026-12-31', '10:00', false, ['2027-01-11', '09:00'], false],
] as const)('2.1, 7: %s %s open %s', (date, time, open, [untilDate, untilTime], shortened) => {
  expect(lineHours(calendar, moscowTime(date, time))).toEqual({
    open,
    until: moscowTime(untilDate, untilTime),
    shortened,
    known: true,
  });
});

test('2.1: closed for certain before a year without calendar, until nobody knows', () => {
  const closed = { open: false, until: null, shortened: false, known: true };
  expect(lineHours(calendar, moscowTime('2027-12-30', '18:00'))).toEqual(closed);
  expect(lineHours(calendar, moscowTime('2027-12-31', '12:00'))).toEqual(closed);
  expect(lineHours(calendar, moscowTime('2027-12-30', '17:59'))).toMatchObject({ open: true, known: true });
});

test('2.1: in hours as the calendar says, until the next change', () => {
  const instants = fc.integer({ min: moscowTime('2026-11-01', '00:00'), max: moscowTime('2026-12-10', '00:00') });
  fc.assert(
    fc.property(instants, (now) => {
      const { open, until } = lineHours(calendar, now);
      expect(open).toBe(calendar.isOpen(now));
      expect(until).toBeGreaterThan(now);
      expect(calendar.isOpen(until ?? now)).toBe(!open);
      expect(calendar.isOpen((until ?? now) - 1)).toBe(open);
    }),
  );
});

test('2.1: a year without a calendar is closed until nobody knows', () => {
  expect(lineHours(calendar, moscowTime('2029-03-05', '12:00'))).toEqual({
    open: false,
    until: null,
    shortened: false,
    known: false,
  });
});
