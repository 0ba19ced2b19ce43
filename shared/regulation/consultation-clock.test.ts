import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asksLeads,
  consultationStartsAt,
  continuesEarlier,
  deadlines,
  DEFAULT_POLICY,
  elapsedMs,
  mayGrant,
  offerAfterCut,
  remainingMs,
  stageAt,
} from './consultation-clock.ts';
import type { NextCall, RunningConsultation, Stage } from './consultation-clock.ts';
import { MINUTE_MS, moscowTime } from './time.ts';

const start = Date.UTC(2026, 10, 2, 9);
const running: RunningConsultation = {
  policy: DEFAULT_POLICY,
  startedAt: start,
  elapsedBeforeMs: 0,
  grants: [],
  scale: 1,
};
/** Milliseconds after the start of a 'mm:ss' into the consultation. */
const into = (minutes: number, seconds = 0): number => start + minutes * MINUTE_MS + seconds * 1000;

describe('4.1: the deadlines', () => {
  test('stand at 12:00, 14:00, 14:30 and 15:00, the farewell its own length before', () => {
    expect(deadlines(running)).toEqual({
      limitMs: 15 * MINUTE_MS,
      limitAt: into(15),
      warningAt: into(12),
      lastMinuteAt: into(14),
      noticeAt: into(14, 30),
      farewellAt: into(15) - DEFAULT_POLICY.farewellMs,
    });
  });

  test('grants add up and move every stage', () => {
    expect(deadlines({ ...running, grants: [{ minutes: 3 }, { minutes: 5 }] })).toMatchObject({
      limitMs: 23 * MINUTE_MS,
      limitAt: into(23),
      warningAt: into(20),
      lastMinuteAt: into(22),
      noticeAt: into(22, 30),
    });
  });

  test('the time elapsed in an earlier call counts', () => {
    expect(deadlines({ ...running, elapsedBeforeMs: 11 * MINUTE_MS })).toMatchObject({
      limitMs: 15 * MINUTE_MS,
      limitAt: into(4),
      warningAt: into(1),
    });
  });

  test('the notice can be off', () => {
    expect(deadlines({ ...running, policy: { ...DEFAULT_POLICY, noticeEnabled: false } }).noticeAt).toBeNull();
  });

  test('the fast clock shortens the consultation, not the farewell', () => {
    const fast = deadlines({ ...running, scale: 15 });
    expect(fast).toMatchObject({
      limitAt: into(1),
      warningAt: into(0, 48),
      lastMinuteAt: into(0, 56),
      noticeAt: into(0, 58),
    });
    expect(fast.limitAt - fast.farewellAt).toBe(DEFAULT_POLICY.farewellMs);
    expect(fast.farewellAt).toBeGreaterThan(fast.noticeAt ?? Infinity);
  });

  test('are whole milliseconds whatever the scale', () => {
    expect(Object.values(deadlines({ ...running, scale: 7 })).every(Number.isInteger)).toBe(true);
  });
});

test('4.1: answered before closing runs to its own limit, whatever the hours', () => {
  const lastMoment = moscowTime('2026-11-02', '18:00') - 1;
  expect(deadlines({ ...running, startedAt: lastMoment }).limitAt).toBe(lastMoment + 15 * MINUTE_MS);
});

describe('4.1: at the first stage of confirmed high criticality the leads are asked by themselves', () => {
  const clock = { ...deadlines(running), atLimit: 'end' as const };
  test.each([
    ['a millisecond before the first stage', 'confirmed', into(12) - 1, false],
    ['exactly at it', 'confirmed', into(12), true],
    ['in the last minute still', 'confirmed', into(14, 59), true],
    ['no longer at the limit', 'confirmed', into(15), false],
    ['the user’s own mark asks nobody', 'requested', into(13), false],
    ['an ordinary consultation asks nobody', 'none', into(13), false],
  ] satisfies [string, Parameters<typeof asksLeads>[0], number, boolean][])('%s', (_case, criticality, at, asks) => {
    expect(asksLeads(criticality, clock, at)).toBe(asks);
  });

  test('a grant quiets it until the stages come again', () => {
    const granted = { ...deadlines({ ...running, grants: [{ minutes: 3 }] }), atLimit: 'end' as const };
    expect([into(12), into(15) - 1, into(15), into(18) - 1].map((at) => asksLeads('confirmed', granted, at))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('where the limit only warns, past it too', () => {
    expect(asksLeads('confirmed', { ...clock, atLimit: 'warn-only' }, into(16))).toBe(true);
  });
});

describe('4.1: the stages', () => {
  test.each([
    [into(0), 'calm'],
    [into(12) - 1, 'calm'],
    [into(12), 'warning'],
    [into(14) - 1, 'warning'],
    [into(14), 'last-minute'],
    [into(14, 30) - 1, 'last-minute'],
    [into(14, 30), 'notice'],
    [into(15) - 1, 'notice'],
    [into(15), 'over'],
    [into(99), 'over'],
  ] satisfies [number, Stage][])('at %i: %s', (at, stage) => {
    expect(stageAt(deadlines(running), at)).toBe(stage);
  });

  test('a notice that is off leaves the last minute to the end', () => {
    const silent = deadlines({ ...running, policy: { ...DEFAULT_POLICY, noticeEnabled: false } });
    expect(stageAt(silent, into(14, 45))).toBe('last-minute');
  });

  test('a grant gives the stages again', () => {
    expect(stageAt(deadlines({ ...running, grants: [{ minutes: 5 }] }), into(14, 45))).toBe('calm');
  });
});

describe('4.1: time left and time used', () => {
  test.each([
    [into(0), 15 * MINUTE_MS, 0],
    [into(3, 40), 11 * MINUTE_MS + 20_000, 3 * MINUTE_MS + 40_000],
    [into(15), 0, 15 * MINUTE_MS],
    [into(16), 0, 16 * MINUTE_MS],
    [start - 5, 15 * MINUTE_MS + 5, 0],
  ])('at %i', (at, left, used) => {
    expect(remainingMs({ ...deadlines(running), scale: 1 }, at)).toBe(left);
    expect(elapsedMs(running, at)).toBe(used);
  });

  test('on the fast clock both are consultation time', () => {
    const fast = { ...running, scale: 15 };
    expect(remainingMs({ ...deadlines(fast), scale: 15 }, into(0, 4))).toBe(14 * MINUTE_MS);
    expect(elapsedMs(fast, into(0, 4))).toBe(MINUTE_MS);
  });

  test('the elapsed time of an earlier call is part of it', () => {
    expect(elapsedMs({ ...running, elapsedBeforeMs: 5 * MINUTE_MS }, into(1))).toBe(6 * MINUTE_MS);
  });

  test('time left never grows, except by a grant, and then by its minutes', () => {
    const moments = fc.array(fc.nat({ max: 20 * MINUTE_MS }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(moments, fc.constantFrom(1, 15), fc.integer({ min: 1, max: 15 }), (offsets, scale, minutes) => {
        const clock = { ...running, scale };
        const left = offsets
          .toSorted((a, b) => a - b)
          .map((offset) => remainingMs({ ...deadlines(clock), scale }, start + offset));
        expect(left).toEqual(left.toSorted((a, b) => b - a));
        const at = deadlines(clock).limitAt - 1;
        const granted = deadlines({ ...clock, grants: [{ minutes }] });
        expect(remainingMs({ ...granted, scale }, at) - remainingMs({ ...deadlines(clock), scale }, at)).toBe(
          minutes * MINUTE_MS,
        );
      }),
    );
  });

  test('left and used make the limit, up to it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 15 * MINUTE_MS }), (offset) => {
        const at = start + offset;
        expect(remainingMs({ ...deadlines(running), scale: 1 }, at) + elapsedMs(running, at)).toBe(
          deadlines(running).limitMs,
        );
      }),
    );
  });
});

describe('4.1: a grant', () => {
  test.each([
    ['before the limit', 'end', into(15) - 1, true],
    ['at the limit', 'end', into(15), false],
    ['after a limit that only warns', 'warn-only', into(16), true],
  ] as const)('%s', (_case, atLimit, at, may) => {
    expect(mayGrant({ atLimit }, deadlines(running), at)).toBe(may);
  });
});

describe('4.1: when a consultation starts', () => {
  test.each([
    ['incoming: at the answer', 'incoming', null, 0],
    ['incoming: whatever is said', 'incoming', into(1), 0],
    ['dialled: when the user is on the line', 'outgoing', into(0, 20), 20_000],
    ['dialled: two minutes after the answer at the latest', 'outgoing', null, 2 * MINUTE_MS],
    ['dialled: said too late', 'outgoing', into(3), 2 * MINUTE_MS],
  ] as const)('%s', (_case, direction, userOnLineAt, offset) => {
    expect(consultationStartsAt(DEFAULT_POLICY, { direction, answeredAt: start, userOnLineAt }) - start).toBe(offset);
  });
});

describe('4.1: does a call go on with the earlier consultation', () => {
  const cut: NextCall = {
    endedBy: 'technical-cut',
    endedAt: start,
    elapsedMs: 220_000,
    next: 'redialled',
    at: into(2),
  };
  test.each([
    ['redialled after a technical cut', cut, true],
    ['redialled exactly 5 minutes after', { ...cut, at: into(5) }, true],
    ['redialled later', { ...cut, at: into(5) + 1 }, false],
    ['restored by the phone itself', { ...cut, next: 'restored', at: into(6) }, true],
    ['transferred', { ...cut, endedBy: 'person', next: 'transferred' }, true],
    ['redialled after somebody hung up', { ...cut, endedBy: 'person' }, false],
    ['redialled after the limit', { ...cut, endedBy: 'limit' }, false],
    ['the user calls again', { ...cut, next: 'other' }, false],
  ] satisfies [string, NextCall, boolean][])('%s', (_case, call, continues) => {
    expect(continuesEarlier(call)).toEqual({ continues, elapsedBeforeMs: continues ? 220_000 : 0 });
  });

  test.each([
    ['a minute left', 60_000, into(1), 'redial'],
    ['under a minute left', 59_999, into(1), 'event'],
    ['after 5 minutes', 600_000, into(5) + 1, 'event'],
    ['at 5 minutes', 600_000, into(5), 'redial'],
  ] as const)('what is offered: %s', (_case, left, at, offer) => {
    expect(offerAfterCut({ endedAt: start, remainingMs: left }, at)).toBe(offer);
  });
});
