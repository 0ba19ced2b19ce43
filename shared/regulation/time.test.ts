import { DateTime } from 'luxon';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, isDateKey, isWeekend, MOSCOW, moscowDate, moscowTime, yearOf } from './time.ts';

test.each([
  ['2026-01-01T20:59:59.999Z', '2026-01-01'],
  ['2026-01-01T21:00:00.000Z', '2026-01-02'],
  ['2025-12-31T21:00:00.000Z', '2026-01-01'],
  // Moscow was UTC+4 until 26.10.2014.
  ['2014-07-01T19:59:59.999Z', '2014-07-01'],
  ['2014-07-01T20:00:00.000Z', '2014-07-02'],
])('2.1: %s is %s in Moscow', (iso, date) => {
  expect(moscowDate(Date.parse(iso))).toBe(date);
});

test('2.1: the remembered date is the one luxon says', () => {
  const instants = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) });
  fc.assert(
    fc.property(instants, (at) => {
      expect(moscowDate(at)).toBe(DateTime.fromMillis(at, { zone: MOSCOW }).toISODate());
    }),
  );
});

test('2.1: the memory of dates is bounded and stays right', () => {
  const hourMs = 3_600_000;
  for (let hour = 0; hour < 50_010; hour += 1) moscowDate(hour * hourMs);
  expect(moscowDate(0)).toBe('1970-01-01');
});

test('2.1: a Moscow time is an instant', () => {
  expect(moscowTime('2026-11-03', '09:00')).toBe(Date.parse('2026-11-03T06:00:00Z'));
  expect(moscowTime('2026-11-03', '24:00')).toBe(Date.parse('2026-11-03T21:00:00Z'));
});

test.each([
  ['2026-02-30', '09:00'],
  ['2026-02-28', '9:00'],
  ['2026-02-28', '25:00'],
  ['2026-W01-1', '09:00'],
])('2.1: %s %s is refused', (date, time) => {
  expect(() => moscowTime(date, time)).toThrow(new RangeError(`not a Moscow date and time: ${date} ${time}`));
});

test('what is no instant is refused', () => {
  expect(() => moscowDate(NaN)).toThrow(new RangeError('not an instant: NaN'));
});

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-2-3', false],
  ['20250203', false],
  ['', false],
])('%s is a date: %s', (text, is) => {
  expect(isDateKey(text)).toBe(is);
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 1, '2026-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (date, days, result) => {
  expect(addDays(date, days)).toBe(result);
});

test.each([
  ['2026-01-31', 3, '2026-04-30'],
  ['2025-11-30', 3, '2026-02-28'],
  ['2023-11-30', 3, '2024-02-29'],
  ['2026-01-15', 3, '2026-04-15'],
])('2.7: months are added at once: %s and %i is %s', (date, months, result) => {
  expect(addMonths(date, months)).toBe(result);
});

test('dates that do not exist are refused', () => {
  expect(() => addDays('2025-02-29', 1)).toThrow(new RangeError('not a date: 2025-02-29'));
  expect(() => addMonths('завтра', 1)).toThrow(RangeError);
});

test('year and weekend of a date', () => {
  expect(yearOf('2026-11-03')).toBe(2026);
  expect([isWeekend('2026-11-06'), isWeekend('2026-11-07'), isWeekend('2026-11-08')]).toEqual([false, true, true]);
});
