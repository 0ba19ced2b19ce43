import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS, entitlement, entitlementByChannel, freeStandardUntil } from './entitlement.ts';
import type { Entitlement, EntitlementQuestion, Licence } from './entitlement.ts';
import { addDays } from './time.ts';

const prof = (first: string, last: string): Licence => ({ kind: 'prof', first, last });
const standard = (first: string, last: string): Licence => ({ kind: 'standard', first, last });
const ask = (question: Partial<EntitlementQuestion>): Entitlement =>
  entitlement({ licences: [], purchasedOn: null, channel: 'phone', on: '2026-06-15', ...question });

describe('2.9, 6: licence × channel', () => {
  const year = ['2026-01-01', '2026-12-31'] as const;
  test.each([
    ['6.2', [prof(...year)], null, 'phone', 'allowed', 'prof', ['6.2']],
    ['6.2', [prof(...year)], null, 'email', 'allowed', 'prof', ['6.2']],
    ['6.2', [prof(...year)], null, 'updates', 'allowed', 'prof', ['6.2']],
    ['6.2', [prof(...year)], null, 'remote', 'allowed', 'prof', ['6.2']],
    ['6.1', [standard(...year)], null, 'phone', 'refused', 'standard', ['6.1']],
    ['6.1', [standard(...year)], null, 'email', 'error-report-only', 'standard', ['6.1']],
    ['6.1', [standard(...year)], null, 'updates', 'allowed', 'standard', ['6.1']],
    ['6.1', [standard(...year)], null, 'remote', 'refused', 'standard', ['6.1']],
    ['2.7', [], '2026-06-01', 'phone', 'refused', 'free-standard', ['2.7', '6.1']],
    ['2.7', [], '2026-06-01', 'email', 'error-report-only', 'free-standard', ['2.7', '6.1']],
    ['2.7', [], '2026-06-01', 'updates', 'allowed', 'free-standard', ['2.7', '6.1']],
    ['2.7', [], '2026-06-01', 'remote', 'refused', 'free-standard', ['2.7', '6.1']],
    ['1.1', [], null, 'phone', 'refused', null, ['1.1', '2.7']],
    ['1.1', [], null, 'email', 'refused', null, ['1.1', '2.7']],
    ['1.1', [], null, 'updates', 'refused', null, ['1.1', '2.7']],
    ['1.1', [], null, 'remote', 'refused', null, ['1.1', '2.7']],
  ] as const)('%s: %j bought %s, %s: %s', (_clause, licences, purchasedOn, channel, verdict, basis, clauses) => {
    expect(ask({ licences, purchasedOn, channel })).toMatchObject({ verdict, basis, clauses });
  });
});

describe('2.7: in force from the first to the last day, both included', () => {
  const licences = [prof('2026-06-10', '2026-06-20')];
  test.each([
    ['starts tomorrow', '2026-06-09', { verdict: 'refused', basis: null, startsOn: '2026-06-10', endedOn: null }],
    ['first day', '2026-06-10', { verdict: 'allowed', until: '2026-06-20', startsOn: null, endedOn: null }],
    ['expires today', '2026-06-20', { verdict: 'allowed', until: '2026-06-20' }],
    [
      'expired yesterday',
      '2026-06-21',
      { verdict: 'refused', basis: null, until: null, startsOn: null, endedOn: '2026-06-20' },
    ],
  ])('%s', (_case, on, expected) => {
    expect(ask({ licences, on })).toMatchObject(expected);
  });

  test('between two licences both dates are told, the nearest ones', () => {
    const around = [
      prof('2025-01-01', '2025-03-01'),
      standard('2026-01-01', '2026-03-01'),
      prof('2026-07-01', '2026-08-01'),
      standard('2026-09-01', '2026-10-01'),
    ];
    expect(ask({ licences: around })).toMatchObject({
      verdict: 'refused',
      endedOn: '2026-03-01',
      startsOn: '2026-07-01',
    });
  });

  test('the nearest dates are told whatever the kind of their licences', () => {
    const around = [
      standard('2025-01-01', '2025-03-01'),
      prof('2026-01-01', '2026-03-01'),
      standard('2026-07-01', '2026-08-01'),
      prof('2026-09-01', '2026-10-01'),
    ];
    expect(ask({ licences: around })).toMatchObject({ endedOn: '2026-03-01', startsOn: '2026-07-01' });
  });

  test('a licence of one day', () => {
    expect(ask({ licences: [prof('2026-06-15', '2026-06-15')] })).toMatchObject({
      verdict: 'allowed',
      until: '2026-06-15',
    });
  });

  test('a licence that ends before it begins is never in force', () => {
    expect(ask({ licences: [prof('2026-06-20', '2026-06-10')] })).toMatchObject({ basis: null, endedOn: null });
  });
});

describe('2.9: the best licence counts', () => {
  test.each([
    [
      'PROF over Standard',
      [standard('2026-01-01', '2026-12-31'), prof('2026-06-01', '2026-06-30')],
      null,
      'prof',
      '2026-06-30',
    ],
    ['Standard over free Standard', [standard('2026-06-01', '2026-06-30')], '2026-06-01', 'standard', '2026-06-30'],
    [
      'Standard once PROF has ended',
      [standard('2026-01-01', '2026-12-31'), prof('2026-01-01', '2026-06-14')],
      null,
      'standard',
      '2026-12-31',
    ],
    [
      'free Standard before a licence from tomorrow',
      [prof('2026-06-16', '2026-12-31')],
      '2026-04-01',
      'free-standard',
      '2026-07-01',
    ],
  ])('%s', (_case, licences, purchasedOn, basis, until) => {
    expect(ask({ licences, purchasedOn })).toMatchObject({ basis, until });
  });
});

describe('2.7 (facts): adjoining licences of one kind show as one period', () => {
  test.each([
    ['adjoining', [prof('2026-07-01', '2026-12-31'), prof('2026-01-01', '2026-06-30')], '2026-12-31'],
    ['overlapping', [prof('2026-01-01', '2026-06-30'), prof('2026-06-01', '2026-09-30')], '2026-09-30'],
    ['one within another', [prof('2026-01-01', '2026-12-31'), prof('2026-06-01', '2026-06-30')], '2026-12-31'],
    [
      'three in a row',
      [prof('2026-01-01', '2026-06-15'), prof('2026-06-16', '2026-06-20'), prof('2026-06-21', '2026-07-01')],
      '2026-07-01',
    ],
    ['a day between', [prof('2026-01-01', '2026-06-30'), prof('2026-07-02', '2026-12-31')], '2026-06-30'],
    ['of two kinds', [prof('2026-01-01', '2026-06-30'), standard('2026-07-01', '2026-12-31')], '2026-06-30'],
    ['over the end of February', [prof('2026-01-01', '2026-02-28'), prof('2026-03-01', '2026-12-31')], '2026-12-31'],
    ['in a leap year they do not', [prof('2024-02-01', '2024-02-28'), prof('2024-03-01', '2026-12-31')], '2026-12-31'],
    ['without an end', [prof('2026-01-01', '9999-12-31'), prof('2026-06-01', '2026-12-31')], '9999-12-31'],
  ])('%s', (_case, licences, until) => {
    expect(ask({ licences }).until).toBe(until);
  });
});

describe('2.7: three months of free Standard', () => {
  test.each([
    ['the same day of the third month after', '2026-01-15', '2026-04-15'],
    ['end of month, months added at once', '2026-01-31', '2026-04-30'],
    ['end of month, February', '2025-11-30', '2026-02-28'],
    ['leap day', '2023-11-30', '2024-02-29'],
    ['bought on a leap day', '2024-02-29', '2024-05-29'],
    ['the last of February to the same day', '2025-11-28', '2026-02-28'],
    ['over the year', '2025-10-31', '2026-01-31'],
  ])('%s: bought %s, free until %s', (_case, purchasedOn, until) => {
    expect(freeStandardUntil(purchasedOn)).toBe(until);
    const on = (date: string): Entitlement => ask({ purchasedOn, channel: 'updates', on: date });
    expect(on(purchasedOn)).toMatchObject({ verdict: 'allowed', basis: 'free-standard', until });
    expect(on(until)).toMatchObject({ verdict: 'allowed', basis: 'free-standard', until });
    expect(on(addDays(until, 1))).toMatchObject({ verdict: 'refused', basis: null, endedOn: until });
    expect(on(addDays(purchasedOn, -1))).toMatchObject({ verdict: 'refused', startsOn: purchasedOn });
  });
});

test('2.7: free Standard needs no registration: the purchase day is enough', () => {
  expect(ask({ purchasedOn: '2026-06-15', channel: 'email' })).toMatchObject({
    verdict: 'error-report-only',
    basis: 'free-standard',
    until: '2026-09-15',
  });
});

test('6: what is still possible is the verdict of every channel', () => {
  const question = { licences: [standard('2026-01-01', '2026-12-31')], purchasedOn: null, on: '2026-06-15' };
  const all = entitlementByChannel(question);
  expect(CHANNELS.map((channel) => [channel, all[channel].verdict])).toEqual([
    ['phone', 'refused'],
    ['email', 'error-report-only'],
    ['updates', 'allowed'],
    ['remote', 'refused'],
  ]);
  for (const channel of CHANNELS) expect(all[channel]).toEqual(entitlement({ ...question, channel }));
});

test('2.7, 2.9: basis and last day are what counting the days one by one gives', () => {
  const date = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-02-15', n));
  const licence = fc
    .record<Licence>({ kind: fc.constantFrom('prof', 'standard'), first: date, last: date })
    .filter(({ first, last }) => first <= last);
  fc.assert(
    fc.property(fc.array(licence, { maxLength: 6 }), date, (licences, on) => {
      const inForce = (kind: Licence['kind'], day: string): boolean =>
        licences.some((one) => one.kind === kind && one.first <= day && day <= one.last);
      const basis = (['prof', 'standard'] as const).find((kind) => inForce(kind, on)) ?? null;
      let until: string | null = null;
      for (let day = on; basis !== null && inForce(basis, day); day = addDays(day, 1)) until = day;
      expect(ask({ licences, on })).toMatchObject({ basis, until });
    }),
  );
});

test('2.9: another licence never makes it worse', () => {
  const date = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
  const licence = fc.record<Licence>({ kind: fc.constantFrom('prof', 'standard'), first: date, last: date });
  const rank = { refused: 0, 'error-report-only': 1, allowed: 2 };
  fc.assert(
    fc.property(
      fc.array(licence, { maxLength: 4 }),
      licence,
      date,
      fc.constantFrom(...CHANNELS),
      (licences, more, on, channel) => {
        const before = ask({ licences, on, channel });
        const after = ask({ licences: [...licences, more], on, channel });
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
        if (after.until !== null) expect(after.until >= on).toBe(true);
      },
    ),
  );
});
