import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createRuleDesk } from './rule-desk.ts';

const desk = createRuleDesk();
const ask = (question: unknown): unknown => desk.answer(JSON.stringify(question));

describe('each question in the shape of its answer', () => {
  test.each([
    [
      { ask: 'day', date: '2025-11-01' },
      { working: true, opensAt: '2025-11-01T09:00:00.000+03:00', closesAt: '2025-11-01T17:00:00.000+03:00' },
    ],
    [
      { ask: 'day', date: '2025-11-02' },
      { working: false, opensAt: null, closesAt: null },
    ],
    [
      { ask: 'open', at: '2026-11-03T13:59:59.999Z' },
      { open: true, nextOpening: '2026-11-05T09:00:00.000+03:00' },
    ],
    [
      { ask: 'open', at: '2026-11-03T14:00:00Z' },
      { open: false, nextOpening: '2026-11-05T09:00:00.000+03:00' },
    ],
    [
      { ask: 'addWorkingMinutes', at: '2026-11-03T16:00:00+03:00', minutes: 90 },
      { at: '2026-11-05T09:30:00.000+03:00' },
    ],
    [
      { ask: 'addWorkingMinutes', at: '2026-11-03T16:00:00+03:00', minutes: 60 },
      { at: '2026-11-03T17:00:00.000+03:00' },
    ],
    [{ ask: 'addWorkingDays', date: '2026-11-03', days: 3 }, { date: '2026-11-09' }],
    [{ ask: 'addWorkingDays', date: '2026-11-04', days: 0 }, { date: '2026-11-04' }],
    [
      { ask: 'workingTimeBetween', from: '2026-11-03T12:00:00+03:00', to: '2026-11-05T10:00:00+03:00' },
      { milliseconds: 6 * 3_600_000 },
    ],
    [{ ask: 'callbackDueBy', bookedAt: '2026-11-03T16:29:59+03:00' }, { dueBy: '2026-11-03T17:00:00.000+03:00' }],
    [{ ask: 'callbackDueBy', bookedAt: '2026-11-03T16:30:00+03:00' }, { dueBy: '2026-11-05T18:00:00.000+03:00' }],
    [
      { ask: 'letterTerms', arrivedAt: '2026-11-02T11:00:00+03:00', licence: 'prof', kind: 'wish' },
      { reactionBy: '2026-11-03T17:00:00.000+03:00', handledBy: '2026-11-07T11:00:00.000+03:00' },
    ],
    [
      { ask: 'letterTerms', arrivedAt: '2026-11-02T11:00:00+03:00', licence: 'standard', kind: 'error' },
      { reactionBy: '2026-11-10T18:00:00.000+03:00', handledBy: null },
    ],
    [
      { ask: 'letterTerms', arrivedAt: '2026-11-02T11:00:00+03:00', licence: 'standard', kind: 'question' },
      { refused: '6.1' },
    ],
    [
      {
        ask: 'entitlement',
        channel: 'updates',
        on: '2026-02-27',
        licences: [{ kind: 'prof', first: '2026-03-01', last: '2027-02-28' }],
        purchased: '2025-11-30',
      },
      { verdict: 'allowed', basis: 'free-standard', until: '2026-02-28', clauses: ['2.7', '6.1'] },
    ],
    [
      { ask: 'entitlement', channel: 'phone', on: '2026-02-27' },
      { verdict: 'refused', basis: null, until: null, clauses: ['1.1', '2.7'] },
    ],
    [{ ask: 'compareReleases', a: '3.0.48.3', b: '3.0.5.1' }, { order: 1 }],
    [{ ask: 'phone', value: '8 (495) 231-22-45' }, { number: '+74952312245' }],
    [{ ask: 'phone', value: 'нет телефона' }, { number: null }],
    [{ ask: 'inn', value: '7707083893' }, { valid: true }],
    [{ ask: 'inn', value: '0000000000' }, { valid: false }],
  ])('%j', (question, answer) => {
    expect(ask(question)).toEqual(answer);
  });
});

describe('what every question may carry', () => {
  const date = '2026-11-05';

  test('notices: special hours, and none = closed', () => {
    const hours = [{ date, intervals: [['09:00', '15:00']] }];
    expect(ask({ ask: 'day', date, notices: hours })).toMatchObject({ closesAt: '2026-11-05T15:00:00.000+03:00' });
    expect(ask({ ask: 'day', date, notices: [{ date }] })).toEqual({ working: false, opensAt: null, closesAt: null });
    expect(ask({ ask: 'day', date, notices: [{ date, intervals: [] }] })).toMatchObject({ working: false });
    expect(ask({ ask: 'day', date })).toMatchObject({ closesAt: '2026-11-05T18:00:00.000+03:00' });
  });

  test('shortened days can be off', () => {
    const question = { ask: 'day', date: '2026-11-03' };
    expect(ask(question)).toMatchObject({ closesAt: '2026-11-03T17:00:00.000+03:00' });
    expect(ask({ ...question, shortenedDays: false })).toMatchObject({ closesAt: '2026-11-03T18:00:00.000+03:00' });
  });

  test('an instant without an offset is Moscow’s time; what the asker adds is left alone', () => {
    expect(ask({ ask: 'open', at: '2026-11-05T09:00:00', id: 7 })).toMatchObject({ open: true });
    expect(ask({ ask: 'open', at: '2026-11-05T08:59:59' })).toMatchObject({ open: false });
  });
});

describe('a question that cannot be answered', () => {
  test('a year without a calendar is named', () => {
    const error = { code: 'no-calendar', year: 2028, message: 'no production calendar for 2028' };
    expect(ask({ ask: 'day', date: '2028-01-10' })).toEqual({ error });
    expect(ask({ ask: 'callbackDueBy', bookedAt: '2027-12-30T20:00:00Z' })).toEqual({ error });
  });

  test.each([
    ['no JSON', '{"ask":', 'not JSON'],
    ['no object', '[1]', 'expected object'],
    ['an unknown question', '{"ask":"weather"}', "'callbackDueBy'"],
    ['a date that does not exist', '{"ask":"day","date":"2026-02-30"}', 'date: a date YYYY-MM-DD that exists'],
    ['a date where an instant belongs', '{"ask":"open","at":"2026-11-05"}', 'at: an instant in ISO 8601'],
    ['an hour that does not exist', '{"ask":"open","at":"2026-11-05T25:00:00Z"}', 'at: no such instant'],
    ['negative days', '{"ask":"addWorkingDays","date":"2026-11-05","days":-1}', 'days: a number from 0'],
    ['half a minute', '{"ask":"addWorkingMinutes","at":"2026-11-05T10:00:00Z","minutes":0.5}', 'minutes:'],
    ['no release', '{"ask":"compareReleases","a":"3.0","b":"3.0.5.1"}', 'a: a release is four numbers'],
    [
      'a notice that ends before it begins',
      '{"ask":"day","date":"2026-11-05","notices":[{"date":"2026-11-05","intervals":[["15:00","09:00"]]}]}',
      'notices: 2026-11-05: an interval ends after it begins',
    ],
    [
      'a licence that ends before it begins',
      '{"ask":"entitlement","channel":"phone","on":"2026-11-05","licences":[{"kind":"prof","first":"2026-02-01","last":"2026-01-01"}]}',
      'licences.0: a licence that ends before it begins',
    ],
  ])('%s', (_case, line, message) => {
    const { error } = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).parse(desk.answer(line));
    expect(error.code).toBe('bad-question');
    expect(error.message).toContain(message);
  });
});

test('questions with ever other notices do not pile up calendars, and stay right', () => {
  for (let n = 0; n < 1_500; n += 1) {
    const until = `1${String(n % 9)}:${String(n % 60).padStart(2, '0')}`;
    const notices = [{ date: '2026-11-05', intervals: [['09:00', until]] }];
    expect(ask({ ask: 'day', date: '2026-11-05', notices })).toMatchObject({
      closesAt: `2026-11-05T${until}:00.000+03:00`,
    });
  }
});
