import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_ATTEMPT_POLICY, mayCloseAsUnreached, nextAttemptAt } from './attempts.ts';
import { createCalendar } from './calendar.ts';
import { callbackDueBy } from './due-by.ts';
import { HOUR_MS, MINUTE_MS, moscowTime } from './time.ts';

const calendar = createCalendar();
/** '2026-11-03 16:30' in Moscow. */
const at = (text: string): number => moscowTime(text.slice(0, 10), text.slice(11));
const iso = (instant: number): string =>
  new Date(instant + 180 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

describe('4.2: the next attempt after no answer', () => {
  const next = (attempts: readonly string[], dueBy: string | null): string | null => {
    const due = dueBy === null ? null : at(dueBy);
    const answer = nextAttemptAt(DEFAULT_ATTEMPT_POLICY, attempts.map(at), due, calendar);
    return answer === null ? null : iso(answer);
  };
  const day = '2026-11-02';

  test.each([
    ['after the first', [`${day} 10:00`], `${day} 10:05`],
    ['after the second', [`${day} 10:00`, `${day} 10:05`], `${day} 10:20`],
    ['after the third', [`${day} 10:00`, `${day} 10:05`, `${day} 10:20`], `${day} 10:50`],
    ['after the fourth', [`${day} 10:00`, `${day} 10:05`, `${day} 10:20`, `${day} 10:50`], `${day} 11:50`],
    [
      'after the fifth the last repeats',
      [`${day} 10:00`, `${day} 10:05`, `${day} 10:20`, `${day} 10:50`, `${day} 11:50`],
      `${day} 12:50`,
    ],
    ['the latest attempt counts, in any order', [`${day} 10:05`, `${day} 10:00`], `${day} 10:20`],
    ['drawn forward to five minutes before due-by', [`${day} 17:00`, `${day} 17:45`], `${day} 17:55`],
    ['drawn forward though the line is open later', [`${day} 17:53`], `${day} 17:55`],
    ['exactly five minutes before is allowed', [`${day} 17:50`], `${day} 17:55`],
    ['none is left after that', [`${day} 17:55`], null],
    ['none is left when overdue', [`${day} 18:10`], null],
    ['none before the first', [], null],
  ] satisfies [string, string[], string | null][])('%s', (_case, attempts, expected) => {
    expect(next(attempts, `${day} 18:00`)).toBe(expected);
  });

  test('comes at the next opening when the line is closed by then', () => {
    expect(next([`${day} 17:58`], '2026-11-03 17:00')).toBe('2026-11-03 09:00');
  });

  test('even the next opening is not later than the last moment', () => {
    const noticed = createCalendar({
      notices: [
        {
          date: day,
          intervals: [
            ['09:00', '12:00'],
            ['17:58', '18:00'],
          ],
        },
      ],
    });
    const answer = nextAttemptAt(DEFAULT_ATTEMPT_POLICY, [at(`${day} 11:58`)], at(`${day} 18:00`), noticed);
    expect(answer).toBe(at(`${day} 17:55`));
  });

  test('without due-by only the delay counts', () => {
    expect(next(['2028-01-10 18:30'], null)).toBe('2028-01-10 18:35');
  });

  test('the delays are a policy', () => {
    const policy = { delaysMs: [MINUTE_MS], lastBeforeDueMs: 0 };
    expect(nextAttemptAt(policy, [at(`${day} 17:59`)], at(`${day} 18:00`), calendar)).toBe(at(`${day} 18:00`));
    expect(nextAttemptAt({ ...policy, delaysMs: [] }, [at(`${day} 10:00`)], null, calendar)).toBeNull();
  });

  test('three working days of attempts allow «не дозвонились»', () => {
    const attempts = [`${day} 10:00`, `${day} 10:05`, '2026-11-03 10:00'].map(at);
    expect(mayCloseAsUnreached(attempts)).toBe(false);
    expect(mayCloseAsUnreached([...attempts, at('2026-11-05 09:00')])).toBe(true);
    expect(mayCloseAsUnreached([...attempts, at('2026-11-05 09:00')], calendar)).toBe(true);
    // A holiday and a Saturday are no working days; of a year without a calendar nothing is known.
    expect(mayCloseAsUnreached([...attempts, at('2026-11-04 09:00'), at('2026-11-07 09:00')], calendar)).toBe(false);
    expect(mayCloseAsUnreached([...attempts, at('2031-01-01 09:00')], calendar)).toBe(true);
    const broken = { ...calendar, day: () => calendar.day('завтра') };
    expect(() => mayCloseAsUnreached(attempts, broken)).toThrow(RangeError);
  });
});

test('4.2: whenever it was tried, the next attempt is later, in hours and at the latest five minutes before due-by', () => {
  const instants = fc.integer({ min: at('2026-10-01 00:00'), max: at('2026-12-01 00:00') });
  const tries = fc.array(fc.integer({ min: 0, max: 2 * HOUR_MS }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(instants, tries, (booked, waits) => {
      const { dueBy } = callbackDueBy(calendar, booked);
      const attempts = waits.map((wait, n) => booked + n * 2 * HOUR_MS + wait);
      const last = Math.max(...attempts);
      const answer = nextAttemptAt(DEFAULT_ATTEMPT_POLICY, attempts, dueBy, calendar);
      expect(answer === null).toBe(last >= dueBy - 5 * MINUTE_MS);
      if (answer === null) return;
      expect(answer).toBeGreaterThan(last);
      expect(answer).toBeLessThanOrEqual(dueBy - 5 * MINUTE_MS);
      expect(calendar.isOpen(answer)).toBe(true);
    }),
  );
});
