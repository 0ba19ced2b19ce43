import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convenientHoursProblem, suitsUser } from './convenient-hours.ts';
import { HOUR_MS, moscowTime } from './time.ts';

const day = { from: '10:00', until: '19:00', zone: 'Europe/Moscow' };
const at = (time: string): number => moscowTime('2026-11-02', time);

describe('4.2: «Удобно с … до …»', () => {
  test.each([
    ['before', '09:59', false, '10:00'],
    ['from its beginning', '10:00', true, null],
    ['within', '18:59', true, null],
    ['no longer at its end', '19:00', false, 'tomorrow'],
  ])('%s', (_case, time, suits, next) => {
    const nextAt = next === null ? null : next === 'tomorrow' ? moscowTime('2026-11-03', '10:00') : at(next);
    expect(suitsUser(day, at(time))).toEqual({ suits, localTime: time, nextAt });
  });

  test('in the user’s own zone', () => {
    const vladivostok = { ...day, zone: 'Asia/Vladivostok' };
    expect(suitsUser(vladivostok, at('09:00'))).toMatchObject({ suits: true, localTime: '16:00' });
    const late = suitsUser(vladivostok, at('12:30'));
    expect(late).toEqual({ suits: false, localTime: '19:30', nextAt: moscowTime('2026-11-03', '03:00') });
  });

  test('over midnight', () => {
    const night = { ...day, from: '22:00', until: '06:00' };
    expect(suitsUser(night, at('23:00')).suits).toBe(true);
    expect(suitsUser(night, at('05:59')).suits).toBe(true);
    expect(suitsUser(night, at('06:00'))).toMatchObject({ suits: false, nextAt: at('22:00') });
    expect(suitsUser(night, at('22:00')).suits).toBe(true);
  });

  test.each([
    [{ ...day, from: '7:00' }, 'bad-time'],
    [{ ...day, until: '24:00' }, 'bad-time'],
    [{ ...day, from: '110:00' }, 'bad-time'],
    [{ ...day, until: '19:000' }, 'bad-time'],
    [{ ...day, until: '10:00' }, 'empty'],
    [{ ...day, zone: 'Asia/Nowhere' }, 'bad-zone'],
    [day, null],
  ] as const)('what is wrong with %j: %s', (hours, problem) => {
    expect(convenientHoursProblem(hours)).toBe(problem);
    if (problem !== null)
      expect(() => suitsUser(hours, at('12:00'))).toThrow(new RangeError(`bad convenient hours: ${problem}`));
  });

  test('the next suitable time suits, and is less than a day away', () => {
    const zone = fc.constantFrom('Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Kamchatka');
    const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:30`);
    const instant = fc.integer({ min: at('00:00'), max: at('00:00') + 1000 * HOUR_MS });
    fc.assert(
      fc.property(zone, hour, hour, instant, (inZone, from, until, now) => {
        fc.pre(from !== until);
        const hours = { from, until, zone: inZone };
        const { suits, nextAt } = suitsUser(hours, now);
        expect(suits).toBe(nextAt === null);
        if (nextAt === null) return;
        expect(suitsUser(hours, nextAt).suits).toBe(true);
        expect(nextAt - now).toBeGreaterThan(0);
        expect(nextAt - now).toBeLessThan(24 * HOUR_MS);
      }),
    );
  });
});
