import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlines } from './consultation-clock.ts';
import { DEFAULT_POLICY, formatMmSs, parseMmSs, policyFromText, validatePolicy } from './consultation-policy.ts';
import type { ConsultationPolicy, PolicyProblem } from './consultation-policy.ts';

describe('4.1: the policy', () => {
  test('the default is the regulation: 15:00, stages at 3:00, 1:00 and 0:30 before', () => {
    const { limitMs, warningBeforeMs, lastMinuteBeforeMs, noticeBeforeMs, atLimit } = DEFAULT_POLICY;
    expect([limitMs, warningBeforeMs, lastMinuteBeforeMs, noticeBeforeMs].map((ms) => formatMmSs(ms))).toEqual([
      '15:00',
      '03:00',
      '01:00',
      '00:30',
    ]);
    expect(atLimit).toBe('end');
    expect(validatePolicy(DEFAULT_POLICY)).toEqual([]);
  });

  test.each([
    ['no limit', { limitMs: 0, warningBeforeMs: 180_000 }, 'limitMs', 'zero'],
    ['over 15 minutes', { limitMs: 900_001 }, 'limitMs', 'over-15-minutes'],
    ['warning at the start', { warningBeforeMs: 900_000 }, 'warningBeforeMs', 'not-before-limit'],
    [
      'last minute not after the warning',
      { lastMinuteBeforeMs: 180_000 },
      'lastMinuteBeforeMs',
      'not-after-earlier-stage',
    ],
    ['notice not after the last minute', { noticeBeforeMs: 60_000 }, 'noticeBeforeMs', 'not-after-earlier-stage'],
    ['farewell as long as the whole', { farewellMs: 900_000 }, 'farewellMs', 'not-before-limit'],
    ['half a millisecond', { noticeBeforeMs: 0.5 }, 'noticeBeforeMs', 'not-milliseconds'],
    ['negative', { dialledStartsAfterMs: -1 }, 'dialledStartsAfterMs', 'not-milliseconds'],
    ['no number', { limitMs: NaN }, 'limitMs', 'not-milliseconds'],
  ] satisfies [string, Partial<ConsultationPolicy>, PolicyProblem['field'], PolicyProblem['code']][])(
    '%s is named',
    (_case, change, field, code) => {
      expect(validatePolicy({ ...DEFAULT_POLICY, ...change })).toContainEqual({ field, code });
    },
  );

  test('the last valid values', () => {
    const change = {
      limitMs: 900_000,
      warningBeforeMs: 899_999,
      lastMinuteBeforeMs: 899_998,
      noticeBeforeMs: 899_997,
      farewellMs: 899_999,
      dialledStartsAfterMs: 0,
    };
    expect(validatePolicy({ ...DEFAULT_POLICY, ...change })).toEqual([]);
  });

  test('a notice that is off may stand anywhere', () => {
    expect(validatePolicy({ ...DEFAULT_POLICY, noticeEnabled: false, noticeBeforeMs: 120_000 })).toEqual([]);
  });
});

test('4.1: a policy is right exactly when its stages come in their order, one after the other, before the limit', () => {
  const durations = fc.uniqueArray(fc.integer({ min: 1, max: 900_000 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(durations, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (given, places) => {
      const [limitMs = 0, warningBeforeMs = 0, lastMinuteBeforeMs = 0, noticeBeforeMs = 0] = places.map(
        (n) => given[n],
      );
      const policy = { ...DEFAULT_POLICY, limitMs, warningBeforeMs, lastMinuteBeforeMs, noticeBeforeMs, farewellMs: 0 };
      const { warningAt, lastMinuteAt, noticeAt, limitAt } = deadlines({
        policy,
        startedAt: 0,
        elapsedBeforeMs: 0,
        grants: [],
        scale: 1,
      });
      const instants = [0, warningAt, lastMinuteAt, noticeAt ?? NaN, limitAt];
      const inOrder = instants.every((at, n) => n === 0 || at > (instants[n - 1] ?? NaN));
      expect(validatePolicy(policy).length === 0).toBe(inOrder);
    }),
  );
});

describe('4.1: the limits in minutes and seconds', () => {
  const limits = {
    limit: '10:00',
    warningBefore: '2:00',
    lastMinuteBefore: '0:50',
    noticeBefore: '0:20',
    notice: false,
    atLimit: 'warn-only' as const,
  };

  test('are read into a policy', () => {
    expect(policyFromText(limits)).toEqual({
      policy: {
        ...DEFAULT_POLICY,
        limitMs: 600_000,
        warningBeforeMs: 120_000,
        lastMinuteBeforeMs: 50_000,
        noticeBeforeMs: 20_000,
        noticeEnabled: false,
        atLimit: 'warn-only',
      },
      problems: [],
    });
  });

  test('a mistake is a problem of its field', () => {
    const broken = policyFromText({
      ...limits,
      limit: '',
      warningBefore: '2',
      lastMinuteBefore: '0:60',
      noticeBefore: '-0:10',
    });
    expect(broken.problems).toEqual(
      ['limitMs', 'warningBeforeMs', 'lastMinuteBeforeMs', 'noticeBeforeMs'].map((field) => ({
        field,
        code: 'not-milliseconds',
      })),
    );
  });
});

describe('mm:ss', () => {
  test.each([
    ['15:00', 900_000],
    ['0:30', 30_000],
    ['00:05', 5_000],
    [' 90:59 ', 5_459_000],
    ['1:5', null],
    ['1:60', null],
    ['1:00:00', null],
    ['15', null],
    ['', null],
  ])('«%s» is %s ms', (text, ms) => {
    expect(parseMmSs(text)).toBe(ms);
  });

  test.each([
    [899_999, '14:59', '15:00'],
    [900_000, '15:00', '15:00'],
    [1, '00:00', '00:01'],
    [0, '00:00', '00:00'],
    [-5_000, '00:00', '00:00'],
    [6_000_000, '100:00', '100:00'],
  ])('%i ms elapsed reads %s, left reads %s', (ms, elapsed, left) => {
    expect(formatMmSs(ms)).toBe(elapsed);
    expect(formatMmSs(ms, 'up')).toBe(left);
  });

  test('written and read again is the same', () => {
    fc.assert(
      fc.property(fc.nat({ max: 59_999 }), (seconds) => {
        expect(parseMmSs(formatMmSs(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
});
