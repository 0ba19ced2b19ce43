import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, NoCalendarError } from './calendar.ts';
import { forecast } from './forecast.ts';
import { MINUTE_MS, moscowTime } from './time.ts';

const calendar = createCalendar();
const at = (time: string): number => moscowTime('2026-11-02', time);
const load = { openEvents: 6, averageHandlingMs: 10 * MINUTE_MS, consultants: 1 };

describe('4.2: do the agent-minutes left before closing suffice?', () => {
  test.each([
    ['to spare', '16:00', 2, true, 180],
    ['exactly', '17:00', 1, true, 0],
    ['a minute lacking', '17:01', 1, false, -1],
    ['before the opening the whole day counts', '07:00', 1, true, 480],
    ['closed for today', '18:30', 1, false, -60],
    ['nobody on shift', '10:00', 0, false, -60],
  ])('%s', (_case, time, consultants, suffices, marginMinutes) => {
    expect(forecast(calendar, { ...load, consultants }, at(time))).toMatchObject({ suffices, marginMinutes });
  });

  test('says what is needed and what is there', () => {
    expect(forecast(calendar, { ...load, consultants: 3 }, at('17:30'))).toEqual({
      suffices: true,
      neededMs: 60 * MINUTE_MS,
      availableMs: 90 * MINUTE_MS,
      marginMinutes: 30,
    });
  });

  test('a part of a minute is not rounded to hope', () => {
    expect(forecast(calendar, load, at('17:00') + 1)).toMatchObject({ suffices: false, marginMinutes: -1 });
    expect(forecast(calendar, load, at('16:58') + 1)).toMatchObject({ suffices: true, marginMinutes: 1 });
  });

  test('a break is no time to work in, a day off has none', () => {
    const noticed = createCalendar({
      notices: [
        {
          date: '2026-11-02',
          intervals: [
            ['09:00', '12:00'],
            ['13:00', '15:00'],
          ],
        },
      ],
    });
    expect(forecast(noticed, load, at('11:00')).availableMs).toBe(180 * MINUTE_MS);
    expect(forecast(calendar, load, moscowTime('2026-11-04', '12:00')).availableMs).toBe(0);
  });

  test('nothing to do always suffices', () => {
    expect(forecast(calendar, { ...load, openEvents: 0 }, at('23:00'))).toMatchObject({
      suffices: true,
      marginMinutes: 0,
    });
  });

  test('no guess: a year without data, a figure that is none', () => {
    expect(() => forecast(calendar, load, moscowTime('2028-01-11', '12:00'))).toThrow(NoCalendarError);
    expect(() => forecast(calendar, { ...load, consultants: -1 }, at('10:00'))).toThrow(
      new RangeError('a figure from 0, not -1'),
    );
    expect(() => forecast(calendar, { ...load, averageHandlingMs: NaN }, at('10:00'))).toThrow(RangeError);
  });
});

test('4.2: another consultant never worsens the forecast, another event never betters it; it suffices when the margin is not negative', () => {
  const loads = fc.record({
    openEvents: fc.nat({ max: 60 }),
    averageHandlingMs: fc.integer({ min: 1, max: 30 * MINUTE_MS }),
    consultants: fc.nat({ max: 9 }),
  });
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(loads, minute, (one, minutes) => {
      const now = at('00:00') + minutes * MINUTE_MS;
      const { marginMinutes, suffices } = forecast(calendar, one, now);
      const more = forecast(calendar, { ...one, consultants: one.consultants + 1 }, now);
      const busier = forecast(calendar, { ...one, openEvents: one.openEvents + 1 }, now);
      expect(more.marginMinutes).toBeGreaterThanOrEqual(marginMinutes);
      expect(busier.marginMinutes).toBeLessThanOrEqual(marginMinutes);
      expect(suffices).toBe(marginMinutes >= 0);
    }),
  );
});
