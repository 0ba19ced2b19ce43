import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, NoCalendarError } from './calendar.ts';
import { aimOf, arrivalProblem, letterTerms, mayCloseUnanswered } from './letters.ts';
import type { LetterKind, LetterLicence } from './letters.ts';
import { HOUR_MS, moscowDate, moscowTime } from './time.ts';

const calendar = createCalendar();
/** '2026-11-03 16:30' in Moscow. */
const at = (text: string): number => moscowTime(text.slice(0, 10), text.slice(11));
const written = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant + 3 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');

function terms(arrived: string, licence: LetterLicence, kind: LetterKind, under = calendar): unknown[] {
  const answer = letterTerms(under, { arrivedAt: at(arrived), licence, kind });
  if (!answer.accepted) return ['refused', answer.clause];
  return [written(answer.reactionBy), written(answer.handledBy), answer.clauses];
}

describe('4.3, 6.1, 6.2: the two clocks of a letter, by licence and kind', () => {
  // Monday 2 November 2026, open; Tuesday is shortened, Wednesday a holiday.
  const arrived = '2026-11-02 11:00';

  test.each([
    ['prof', 'question', ['2026-11-03 17:00', '2026-11-06 18:00', ['4.3', '6.2']]],
    ['prof', 'error', ['2026-11-03 17:00', '2026-11-06 18:00', ['4.3', '6.2']]],
    ['prof', 'wish', ['2026-11-03 17:00', '2026-11-07 11:00', ['3.1.5', '4.3', '6.2']]],
    ['standard', 'error', ['2026-11-10 18:00', null, ['6.1']]],
    ['standard', 'wish', [null, '2026-11-07 11:00', ['3.1.5', '4.3']]],
    ['standard', 'question', ['refused', '6.1']],
  ] as const)('%s, %s', (licence, kind, expected) => {
    expect(terms(arrived, licence, kind)).toEqual(expected);
  });

  test('6.1: a Standard question is refused, whenever it comes', () => {
    expect(terms('2028-01-15 12:00', 'standard', 'question')).toEqual(['refused', '6.1']);
  });

  test('6.1: no handling term for a Standard error report, whose reaction takes five working days', () => {
    expect(terms('2026-11-02 08:00', 'standard', 'error')).toEqual(['2026-11-09 18:00', null, ['6.1']]);
  });
});

describe('4.3: the first day of a term is the first working day that opens after the letter arrived', () => {
  test.each([
    ['before the opening: that very day', '2026-11-02 08:59', '2026-11-02 18:00', '2026-11-05 18:00'],
    ['at the opening: the next', '2026-11-02 09:00', '2026-11-03 17:00', '2026-11-06 18:00'],
    ['while open: the next', '2026-11-02 09:01', '2026-11-03 17:00', '2026-11-06 18:00'],
    ['at closing: the next', '2026-11-02 18:00', '2026-11-03 17:00', '2026-11-06 18:00'],
    ['after closing: the next', '2026-11-02 23:00', '2026-11-03 17:00', '2026-11-06 18:00'],
    ['on a holiday: the next', '2026-11-04 12:00', '2026-11-05 18:00', '2026-11-09 18:00'],
    ['at midnight of a working day: that day', '2026-11-05 00:00', '2026-11-05 18:00', '2026-11-09 18:00'],
    ['on a Saturday: Monday', '2026-11-07 12:00', '2026-11-09 18:00', '2026-11-11 18:00'],
    ['on a working Saturday: the next', '2025-11-01 10:00', '2025-11-05 18:00', '2025-11-07 18:00'],
    ['before the long holidays', '2025-12-30 12:00', '2026-01-12 18:00', '2026-01-14 18:00'],
  ])('%s', (_case, arrived, reaction, handled) => {
    expect(terms(arrived, 'prof', 'question').slice(0, 2)).toEqual([reaction, handled]);
  });

  test('in a break the day has opened: the next is the first', () => {
    const noticed = createCalendar({
      notices: [
        {
          date: '2026-11-02',
          intervals: [
            ['09:00', '12:00'],
            ['14:00', '16:00'],
          ],
        },
      ],
    });
    expect(terms('2026-11-02 13:00', 'prof', 'question', noticed)[0]).toBe('2026-11-03 17:00');
    expect(terms('2026-11-01 13:00', 'prof', 'question', noticed)[0]).toBe('2026-11-02 16:00');
  });

  test('a day closed by a notice is no day of the term', () => {
    const noticed = createCalendar({ notices: [{ date: '2026-11-03', intervals: [] }] });
    expect(terms('2026-11-02 11:00', 'prof', 'question', noticed)[0]).toBe('2026-11-05 18:00');
  });
});

describe('4.3: a wish, пять суток', () => {
  test('are 5 × 24 hours and are not moved; what to aim at is the last closing not after them', () => {
    const arrivedAt = at('2026-10-30 20:15');
    const answer = letterTerms(calendar, { arrivedAt, licence: 'standard', kind: 'wish' });
    const handledBy = arrivedAt + 120 * HOUR_MS;
    expect(answer).toMatchObject({ accepted: true, handledBy });
    expect(written(aimOf(calendar, handledBy))).toBe('2026-11-03 17:00');
    expect(written(aimOf(calendar, at('2026-11-03 17:00')))).toBe('2026-11-03 17:00');
    expect(written(aimOf(calendar, at('2026-11-03 17:00') - 1))).toBe('2026-11-02 18:00');
  });

  test('need no calendar; a term of working days does', () => {
    const arrivedAt = at('2027-12-30 12:00');
    expect(letterTerms(calendar, { arrivedAt, licence: 'standard', kind: 'wish' })).toMatchObject({ reactionBy: null });
    expect(() => letterTerms(calendar, { arrivedAt, licence: 'prof', kind: 'wish' })).toThrow(NoCalendarError);
  });
});

test('2.4, 4.3: a letter cannot have arrived in the future', () => {
  expect(arrivalProblem(1000, 1000)).toBeNull();
  expect(arrivalProblem(1001, 1000)).toBe('in-the-future');
});

describe('2.5, 2.10: information was asked for', () => {
  const letter = { askedAt: 100, answeredAt: null, handledBy: 1000 };

  test('it may be closed only from the first instant after the handling term', () => {
    expect(mayCloseUnanswered(letter, 1000)).toBe(false);
    expect(mayCloseUnanswered(letter, 1001)).toBe(true);
  });

  test('not when nothing was asked, when it was answered, or where no term runs', () => {
    expect(mayCloseUnanswered({ ...letter, askedAt: null }, 2000)).toBe(false);
    expect(mayCloseUnanswered({ ...letter, answeredAt: 500 }, 2000)).toBe(false);
    expect(mayCloseUnanswered({ ...letter, handledBy: null }, 2000)).toBe(false);
  });
});

test('4.3: whenever it arrives, a term ends at a closing of the n-th working day that opens after it', () => {
  const instants = fc.integer({ min: at('2024-01-01 00:00'), max: at('2027-12-01 00:00') });
  fc.assert(
    fc.property(instants, (arrivedAt) => {
      const answer = letterTerms(calendar, { arrivedAt, licence: 'prof', kind: 'question' });
      if (!answer.accepted || answer.reactionBy === null || answer.handledBy === null) throw new Error('no term');
      const first = moscowDate(answer.reactionBy);
      expect(calendar.day(first).closesAt).toBe(answer.reactionBy);
      expect(calendar.day(first).opensAt).toBeGreaterThan(arrivedAt);
      expect(moscowDate(answer.handledBy)).toBe(calendar.addWorkingDays(first, 2));
    }),
  );
});
