import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import type { Notice } from './calendar.ts';
import { callbackDueBy, dueByAfterNotice, dueDate } from './due-by.ts';
import type { DueByChange } from './due-by.ts';
import { addDays, MINUTE_MS, moscowTime } from './time.ts';

/** '2026-11-03 16:30' in Moscow. */
const at = (text: string): number => moscowTime(text.slice(0, 10), text.slice(11));
const iso = (instant: number): string =>
  new Date(instant + 180 * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

describe('4.2, 7: a notice recomputes open events', () => {
  type Case = {
    booked: string;
    due: string | null;
    published: string;
    preferred?: string;
    before?: Notice[];
    notices: Notice[];
  };
  const afterNotice = ({
    booked,
    due,
    published,
    preferred,
    before = [],
    notices,
  }: Case): Omit<DueByChange, 'dueBy'> & { dueBy: string | null } => {
    const change = dueByAfterNotice({
      before: createCalendar({ notices: before }),
      after: createCalendar({ notices: [...before, ...notices] }),
      bookedAt: at(booked),
      ...(preferred === undefined ? {} : { preferredAt: at(preferred) }),
      dueBy: due === null ? null : at(due),
      publishedAt: at(published),
    });
    return { ...change, dueBy: change.dueBy === null ? null : iso(change.dueBy) };
  };
  const closesAt = (date: string, time: string): Notice => ({ date, intervals: [['09:00', time]] });
  const closed = (date: string): Notice => ({ date, intervals: [] });
  const event = { booked: '2026-11-05 10:00', due: '2026-11-05 18:00' };

  test.each([
    [
      'closing earlier',
      { ...event, published: '2026-11-05 11:00', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-05 15:00',
      'recomputed',
    ],
    [
      'closing later',
      { ...event, published: '2026-11-05 17:50', notices: [closesAt('2026-11-05', '20:00')] },
      '2026-11-05 20:00',
      'recomputed',
    ],
    [
      'the day closed',
      { ...event, published: '2026-11-05 11:00', notices: [closed('2026-11-05')] },
      '2026-11-06 18:00',
      'recomputed',
    ],
    [
      'exactly 30 minutes away',
      { ...event, published: '2026-11-05 14:30', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-05 15:00',
      'recomputed',
    ],
    [
      'less than 30 minutes away',
      { ...event, published: '2026-11-05 14:31', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-06 18:00',
      'next-working-day',
    ],
    [
      'past',
      { ...event, published: '2026-11-05 16:00', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-06 18:00',
      'next-working-day',
    ],
    [
      'a day off becomes a working day',
      {
        booked: '2026-11-03 16:45',
        due: '2026-11-05 18:00',
        published: '2026-11-03 16:50',
        notices: [closesAt('2026-11-04', '14:00')],
      },
      '2026-11-04 14:00',
      'recomputed',
    ],
    [
      'the wish’s day closed',
      {
        ...event,
        preferred: '2026-11-06 10:00',
        due: '2026-11-06 18:00',
        published: '2026-11-05 11:00',
        notices: [closed('2026-11-06')],
      },
      '2026-11-09 18:00',
      'recomputed',
    ],
    [
      'the day it was moved to closed',
      {
        ...event,
        before: [closesAt('2026-11-05', '15:00')],
        due: '2026-11-06 18:00',
        published: '2026-11-06 10:00',
        notices: [closed('2026-11-06')],
      },
      '2026-11-09 18:00',
      'next-working-day',
    ],
    [
      'a notice of a year without calendar',
      {
        booked: '2027-12-30 17:45',
        due: null,
        published: '2027-12-30 17:50',
        notices: [closed('2028-01-01'), closesAt('2028-01-02', '12:00'), closed('2027-12-31')],
      },
      '2028-01-02 12:00',
      'recomputed',
    ],
  ] satisfies [string, Case, string, DueByChange['reason']][])('%s', (_case, given, dueBy, reason) => {
    expect(afterNotice(given)).toEqual({ dueBy, changed: true, reason });
  });

  test.each([
    [
      'overdue stays overdue',
      { ...event, published: '2026-11-05 18:01', notices: [closesAt('2026-11-05', '20:00')] },
      '2026-11-05 18:00',
      'overdue',
    ],
    [
      'another day does not touch it, however near its due-by',
      { ...event, published: '2026-11-05 17:45', notices: [closed('2026-11-20')] },
      '2026-11-05 18:00',
      'unaffected',
    ],
    [
      'moved once, not moved again',
      {
        ...event,
        before: [closesAt('2026-11-05', '15:00')],
        due: '2026-11-06 18:00',
        published: '2026-11-06 10:00',
        notices: [closed('2026-11-20')],
      },
      '2026-11-06 18:00',
      'unaffected',
    ],
    [
      'another hour on the day after one that ends at midnight',
      {
        ...event,
        before: [closesAt('2026-11-05', '24:00')],
        due: '2026-11-06 00:00',
        published: '2026-11-05 23:45',
        notices: [closesAt('2026-11-06', '15:00')],
      },
      '2026-11-06 00:00',
      'unaffected',
    ],
    [
      'a break leaves the closing',
      {
        ...event,
        published: '2026-11-05 11:00',
        notices: [
          {
            date: '2026-11-05',
            intervals: [
              ['09:00', '12:00'],
              ['14:00', '18:00'],
            ],
          },
        ],
      },
      '2026-11-05 18:00',
      'unaffected',
    ],
    [
      'still no calendar',
      { booked: '2027-12-30 17:45', due: null, published: '2027-12-30 17:50', notices: [closed('2027-12-31')] },
      null,
      'unaffected',
    ],
    [
      'the new value is the old one',
      { ...event, due: '2026-11-05 15:00', published: '2026-11-05 11:00', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-05 15:00',
      'unaffected',
    ],
    [
      'moved where it is already',
      { ...event, due: '2026-11-06 18:00', published: '2026-11-05 16:00', notices: [closesAt('2026-11-05', '15:00')] },
      '2026-11-06 18:00',
      'next-working-day',
    ],
  ] satisfies [string, Case, string | null, DueByChange['reason']][])(
    'nothing changes: %s',
    (_case, given, dueBy, reason) => {
      expect(afterNotice(given)).toEqual({ dueBy, changed: false, reason });
    },
  );

  test('due exactly now is not overdue', () => {
    expect(
      afterNotice({ ...event, published: '2026-11-05 18:00', notices: [closesAt('2026-11-05', '20:00')] }).reason,
    ).toBe('recomputed');
  });
});

describe('4.2, 7: whatever the notice', () => {
  const times = fc.constantFrom('08:00', '09:00', '12:00', '15:00', '17:30', '18:00', '20:00', '24:00');
  const notice: fc.Arbitrary<Notice> = fc.record({
    date: fc.integer({ min: 0, max: 9 }).map((n) => addDays('2026-11-02', n)),
    intervals: fc.array(
      fc.tuple(times, times).filter(([opens, closes]) => opens < closes),
      { maxLength: 2 },
    ),
  });
  const minutes = fc.integer({ min: 0, max: 5 * 24 * 60 });

  test('what is not overdue is due at a closing of the new hours, and not within half an hour by their doing', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.array(notice, { minLength: 1, maxLength: 3 }), (booked, later, notices) => {
        const [before, after] = [createCalendar(), createCalendar({ notices })];
        const bookedAt = at('2026-11-01 12:00') + booked * MINUTE_MS;
        const publishedAt = bookedAt + later * MINUTE_MS;
        const { dueBy } = callbackDueBy(before, bookedAt);
        const change = dueByAfterNotice({ before, after, bookedAt, dueBy, publishedAt });
        expect(change.changed).toBe(change.dueBy !== dueBy);
        if (change.reason === 'overdue') expect(publishedAt).toBeGreaterThan(dueBy);
        else expect(after.day(dueDate(change.dueBy ?? NaN)).closesAt).toBe(change.dueBy);
        if (change.changed) expect(change.dueBy).toBeGreaterThanOrEqual(publishedAt + 30 * MINUTE_MS);
      }),
    );
  });
});
