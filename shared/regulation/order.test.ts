import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, NoCalendarError } from './calendar.ts';
import { callbackDueBy, dueDate } from './due-by.ts';
import { compareByRule26, eventGroup, firstToConfirm, isOnTime, isOverdue, isPressing } from './order.ts';
import type { Grouped, Ordered } from './order.ts';
import { MINUTE_MS, moscowTime } from './time.ts';

const calendar = createCalendar();
const at = (text: string): number => moscowTime(text.slice(0, 10), text.slice(11));

describe('2.6: the order of handling', () => {
  const event: Ordered = { criticality: 'none', dueBy: 100, bookedAt: 10, id: 'b' };
  test.each([
    ['confirmed criticality jumps', { ...event, criticality: 'confirmed', dueBy: 900 }, event],
    ['then the earlier due-by', { ...event, dueBy: 99, bookedAt: 90 }, event],
    ['without due-by first', { ...event, dueBy: null, bookedAt: 90 }, event],
    ['then the earlier booking', { ...event, bookedAt: 9, id: 'z' }, event],
    ['then the identifier', { ...event, id: 'a' }, event],
    ['a request is no jump', { ...event, dueBy: 99 }, { ...event, criticality: 'requested' }],
    ['a request does not hold back', { ...event, criticality: 'requested', dueBy: 99 }, event],
    ['confirmed before one without due-by', { ...event, criticality: 'confirmed' }, { ...event, dueBy: null }],
  ] satisfies [string, Ordered, Ordered][])('%s', (_case, first, second) => {
    expect(compareByRule26(first, second)).toBeLessThan(0);
    expect(compareByRule26(second, first)).toBeGreaterThan(0);
  });

  test('an event equals itself only', () => {
    expect(compareByRule26(event, { ...event })).toBe(0);
  });

  const events = fc.uniqueArray(
    fc.record<Ordered>({
      criticality: fc.constantFrom('confirmed', 'requested', 'none'),
      dueBy: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      bookedAt: fc.integer({ min: 0, max: 3 }),
      id: fc.string({ minLength: 1, maxLength: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  test('total: every shuffle sorts the same', () => {
    const shuffles = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffles, ([list, shuffled]) => {
        expect(shuffled.toSorted(compareByRule26)).toEqual(list.toSorted(compareByRule26));
      }),
    );
  });

  test('stable: what comes or goes does not change the order of the others', () => {
    fc.assert(
      fc.property(events, fc.nat(), (list, place) => {
        const without = list.toSpliced(place % Math.max(1, list.length), 1);
        const expected = list.toSorted(compareByRule26).filter((one) => without.includes(one));
        expect(without.toSorted(compareByRule26)).toEqual(expected);
      }),
    );
  });

  test('fair: with equal criticality a booking of a later day never overtakes', () => {
    const instants = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-01 00:00') });
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const booked = (bookedAt: number, id: string): Ordered => ({
          criticality: 'none',
          ...callbackDueBy(calendar, bookedAt),
          bookedAt,
          id,
        });
        expect(Math.sign(compareByRule26(booked(a, '1'), booked(b, '2')))).toBe(Math.sign(a - b) || -1);
      }),
    );
  });

  test('fair: nothing starves within one criticality: what is booked once it is due, never overtakes, whatever the wishes', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
    const wish = fc.option(fc.integer({ min: 0, max: 60 * 24 * 60 }), { nil: undefined });
    const start = at('2026-03-01 00:00');
    const booked = (minute: number, wished: number | undefined, id: string): Ordered & { dueBy: number } => {
      const bookedAt = start + minute * MINUTE_MS;
      const preferredAt = wished === undefined ? undefined : bookedAt + wished * MINUTE_MS;
      return { criticality: 'none', ...callbackDueBy(calendar, bookedAt, preferredAt), bookedAt, id };
    };
    fc.assert(
      fc.property(minutes, wish, minutes, wish, (a, wishOfA, b, wishOfB) => {
        const [waiting, later] = [booked(a, wishOfA, 'z'), booked(a + b, wishOfB, 'a')];
        if (compareByRule26(later, waiting) < 0) {
          // Only what is due no later may go before it, so what overtakes was booked before it was due: no endless stream of it.
          expect(later.dueBy).toBeLessThanOrEqual(waiting.dueBy);
          expect(later.bookedAt).toBeLessThan(waiting.dueBy);
        }
      }),
    );
  });
});

describe('2.6: at opening unconfirmed urgent requests are the first to be confirmed or not', () => {
  const asked = (id: string, booked: string, criticality: Ordered['criticality'] = 'requested'): Ordered => ({
    id,
    criticality,
    ...callbackDueBy(calendar, at(booked)),
    bookedAt: at(booked),
  });
  const events = [
    asked('night', '2026-11-02 23:10'),
    asked('yesterday', '2026-11-02 12:00'),
    asked('no mark', '2026-11-02 11:00', 'none'),
    asked('confirmed', '2026-11-02 10:00', 'confirmed'),
    { ...asked('a millisecond before', '2026-11-03 08:59'), bookedAt: at('2026-11-03 09:00') - 1 },
    asked('at the opening', '2026-11-03 09:00'),
  ];
  const first = (now: string, among = events): string[] => firstToConfirm(among, at(now), calendar).map(({ id }) => id);

  test.each([
    ['before the opening', '2026-11-03 08:59', []],
    [
      'from the opening on, in the order of handling',
      '2026-11-03 09:00',
      ['yesterday', 'night', 'a millisecond before'],
    ],
    ['each until it is decided', '2026-11-03 16:59', ['yesterday', 'night', 'a millisecond before']],
    ['not on a day off', '2026-11-04 10:00', []],
    [
      'the next working day with what came since',
      '2026-11-05 09:00',
      ['yesterday', 'night', 'a millisecond before', 'at the opening'],
    ],
  ])('%s', (_case, now, ids) => {
    expect(first(now)).toEqual(ids);
  });

  test('decided, or nothing asked: nothing waits', () => {
    const decided = events.map((event) => ({ ...event, criticality: 'none' as const }));
    expect(first('2026-11-03 09:00', decided)).toEqual([]);
    expect(first('2026-11-03 09:00', [])).toEqual([]);
  });

  test('a year without a calendar is an error, never a guess', () => {
    expect(() => first('2028-01-11 10:00')).toThrow(NoCalendarError);
  });

  test('never one that is not asked for, none twice, whatever the events', () => {
    const morning = at('2026-11-03 09:00');
    const some = fc.uniqueArray(
      fc.record<Ordered>({
        criticality: fc.constantFrom('confirmed', 'requested', 'none'),
        dueBy: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        bookedAt: fc.integer({ min: morning - 2, max: morning + 1 }),
        id: fc.string({ minLength: 1, maxLength: 2 }),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (list) => {
        const waiting = firstToConfirm(list, morning, calendar);
        expect(waiting).toEqual(waiting.toSorted(compareByRule26));
        expect(new Set(waiting)).toEqual(
          new Set(list.filter((one) => one.criticality === 'requested' && one.bookedAt < morning)),
        );
      }),
    );
  });
});

describe('4.2: the groups of the list', () => {
  const booked = (text: string, preferred?: string): Grouped => ({
    ...callbackDueBy(calendar, at(text), preferred === undefined ? undefined : at(preferred)),
    bookedAt: at(text),
    closed: false,
  });
  const dueTonight = booked('2026-11-02 10:00');
  const preferToday = booked('2026-11-02 17:45');
  test.each([
    ['due today', dueTonight, '2026-11-02 12:00', 'today'],
    ['at due-by still on time', dueTonight, '2026-11-02 18:00', 'today'],
    ['overdue the same evening', dueTonight, '2026-11-02 18:01', 'overdue'],
    ['overdue days later', dueTonight, '2026-11-20 10:00', 'overdue'],
    ['booked in the last half hour', preferToday, '2026-11-02 17:50', 'prefer-today'],
    ['which ends with the day', preferToday, '2026-11-02 18:00', 'later'],
    ['and is due the next morning', preferToday, '2026-11-03 00:00', 'today'],
    ['booked in the last half hour before a day off', booked('2026-11-03 16:45'), '2026-11-04 10:00', 'later'],
    ['another day by wish, booked today', booked('2026-11-02 10:00', '2026-11-05 11:00'), '2026-11-02 12:00', 'later'],
    ['due another day', booked('2026-11-02 19:00'), '2026-11-02 19:30', 'later'],
    ['closed', { ...dueTonight, closed: true }, '2026-11-20 10:00', 'closed'],
    ['no calendar', { ...dueTonight, dueBy: null }, '2026-11-02 12:00', 'today'],
  ] satisfies [string, Grouped, string, string][])('%s', (_case, event, now, group) => {
    expect(eventGroup(event, at(now), calendar)).toBe(group);
  });

  test('due at midnight is due on the day that ends', () => {
    const notices = [{ date: '2026-11-02', intervals: [['09:00', '24:00'] as const] }];
    const late = createCalendar({ notices });
    const event = { ...callbackDueBy(late, at('2026-11-02 10:00')), bookedAt: at('2026-11-02 10:00'), closed: false };
    expect(event.dueBy).toBe(at('2026-11-03 00:00'));
    expect(dueDate(event.dueBy)).toBe('2026-11-02');
    expect(dueDate(at('2026-11-02 18:00'))).toBe('2026-11-02');
    expect(eventGroup(event, at('2026-11-02 23:59'), late)).toBe('today');
    expect(eventGroup(event, event.dueBy, late)).toBe('later');
  });

  test('preferred today means the day of the booking only, however far the due-by is put off', () => {
    const putOff = { ...preferToday, dueBy: at('2026-11-05 18:00') };
    expect(eventGroup(putOff, at('2026-11-02 17:50'), calendar)).toBe('prefer-today');
    expect(eventGroup(putOff, at('2026-11-03 12:00'), calendar)).toBe('later');
  });

  test('preferred today ends when a notice closes the day', () => {
    const noticed = createCalendar({ notices: [{ date: '2026-11-02', intervals: [] }] });
    expect(eventGroup(preferToday, at('2026-11-02 17:50'), noticed)).toBe('later');
  });

  test('overdue from the first instant after due-by', () => {
    expect([isOverdue(100, 100), isOverdue(100, 101), isOverdue(null, 101)]).toEqual([false, true, false]);
  });

  test('on time when answered at or before due-by', () => {
    expect([isOnTime(100, 100), isOnTime(100, 101), isOnTime(null, 101)]).toEqual([true, false, true]);
  });

  test('pressed on everybody from 30 minutes before due-by', () => {
    const due = 100 * MINUTE_MS;
    expect([isPressing(due, due - 30 * MINUTE_MS - 1), isPressing(due, due - 30 * MINUTE_MS)]).toEqual([false, true]);
    expect([isPressing(due, due + 1), isPressing(null, due)]).toEqual([true, false]);
  });
});
