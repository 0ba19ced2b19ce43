import { describe, expect, test } from 'vitest';
import { createCalendar, noticeProblem } from './calendar.ts';
import type { Notice } from './calendar.ts';
import { MINUTE_MS, moscowTime } from './time.ts';

const at = moscowTime;
const iso = (instant: number): string =>
  new Date(instant + 3 * 60 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

describe('7.1: notices', () => {
  const withNotices = (...notices: Notice[]): ReturnType<typeof createCalendar> => createCalendar({ notices });

  test('replace the hours of a date whole', () => {
    const noticed = withNotices({ date: '2026-11-05', intervals: [['09:00', '15:00']] });
    expect(iso(noticed.day('2026-11-05').closesAt ?? 0)).toBe('2026-11-05 15:00');
    expect(noticed.isOpen(at('2026-11-05', '15:00'))).toBe(false);
  });

  test('none = closed: not a working day for any term', () => {
    const noticed = withNotices({ date: '2026-11-05', intervals: [] });
    expect(noticed.day('2026-11-05')).toEqual({
      date: '2026-11-05',
      working: false,
      shortened: false,
      intervals: [],
      opensAt: null,
      closesAt: null,
    });
    expect(noticed.addWorkingDays('2026-11-03', 1)).toBe('2026-11-06');
  });

  test('hours on a day off make it a working day', () => {
    const noticed = withNotices({ date: '2026-11-04', intervals: [['10:00', '14:00']] });
    expect(noticed.addWorkingDays('2026-11-03', 1)).toBe('2026-11-04');
    expect(iso(noticed.nextOpening(at('2026-11-03', '18:00')))).toBe('2026-11-04 10:00');
  });

  test('a break closes the line but does not end the day', () => {
    const noticed = withNotices({
      date: '2026-11-05',
      intervals: [
        ['14:00', '18:00'],
        ['09:00', '12:00'],
      ],
    });
    expect(noticed.isOpen(at('2026-11-05', '12:30'))).toBe(false);
    expect(iso(noticed.day('2026-11-05').closesAt ?? 0)).toBe('2026-11-05 18:00');
    expect(iso(noticed.day('2026-11-05').opensAt ?? 0)).toBe('2026-11-05 09:00');
    expect(iso(noticed.nextOpening(at('2026-11-05', '12:30')))).toBe('2026-11-05 14:00');
    expect(iso(noticed.nextOpening(at('2026-11-05', '10:00')))).toBe('2026-11-05 14:00');
    expect(iso(noticed.addWorkingMinutes(at('2026-11-05', '11:00'), 61))).toBe('2026-11-05 14:01');
    expect(noticed.workingTimeBetween(at('2026-11-05', '11:00'), at('2026-11-05', '15:00'))).toBe(120 * MINUTE_MS);
  });

  test('a term running out at a break ends there', () => {
    const noticed = withNotices({
      date: '2026-11-05',
      intervals: [
        ['09:00', '12:00'],
        ['14:00', '18:00'],
      ],
    });
    expect(iso(noticed.addWorkingMinutes(at('2026-11-05', '11:00'), 60))).toBe('2026-11-05 12:00');
  });

  test('intervals that touch or overlap are one', () => {
    const noticed = withNotices({
      date: '2026-11-05',
      intervals: [
        ['09:00', '12:00'],
        ['12:00', '15:00'],
        ['10:00', '11:00'],
      ],
    });
    expect(noticed.day('2026-11-05').intervals).toEqual([
      { opensAt: at('2026-11-05', '09:00'), closesAt: at('2026-11-05', '15:00') },
    ]);
  });

  test('on a shortened day they say the hours themselves', () => {
    const noticed = withNotices({ date: '2026-11-03', intervals: [['09:00', '18:00']] });
    expect(noticed.day('2026-11-03')).toMatchObject({ shortened: false, closesAt: at('2026-11-03', '18:00') });
  });

  test('of several for one date the last counts', () => {
    const noticed = withNotices(
      { date: '2026-11-05', intervals: [] },
      { date: '2026-11-05', intervals: [['09:00', '10:00']] },
    );
    expect(noticed.day('2026-11-05').working).toBe(true);
  });

  test('say a date of a year without calendar whole', () => {
    const noticed = withNotices({ date: '2028-01-10', intervals: [['09:00', '24:00']] });
    expect(iso(noticed.day('2028-01-10').closesAt ?? 0)).toBe('2028-01-11 00:00');
  });

  test.each([
    [{ date: '2026-02-30', intervals: [] }, 'bad-date'],
    [{ date: '2026-02-27', intervals: [['9:00', '18:00']] }, 'bad-time'],
    [{ date: '2026-02-27', intervals: [['09:00', '24:01']] }, 'bad-time'],
    [{ date: '2026-02-27', intervals: [['009:00', '18:00']] }, 'bad-time'],
    [{ date: '2026-02-27', intervals: [['09:00', '18:001']] }, 'bad-time'],
    [{ date: '2026-02-27', intervals: [['18:00', '18:00']] }, 'empty-interval'],
    [
      {
        date: '2026-02-27',
        intervals: [
          ['09:00', '12:00'],
          ['18:00', '09:00'],
        ],
      },
      'empty-interval',
    ],
    [{ date: '2026-02-27', intervals: [['00:00', '24:00']] }, null],
  ] satisfies [Notice, string | null][])('%j: %s', (notice, problem) => {
    expect(noticeProblem(notice)).toBe(problem);
    if (problem === null) expect(createCalendar({ notices: [notice] }).day(notice.date).working).toBe(true);
    else
      expect(() => createCalendar({ notices: [notice] })).toThrow(
        new RangeError(`bad notice for ${notice.date}: ${problem}`),
      );
  });
});
