import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from './consultation-clock.ts';
import type { Course, CourseFact } from './consultation-course.ts';
import { courseAfter, courseRemainingMs, extended, NOT_BEGUN, rescaled } from './consultation-course.ts';
import { MINUTE_MS } from './time.ts';

const start = Date.UTC(2026, 10, 2, 9);
/** The instant of a 'mm:ss' into the consultation. */
const into = (minutes: number, seconds = 0): number => start + minutes * MINUTE_MS + seconds * 1000;
const clock = { policy: DEFAULT_POLICY, elapsedBeforeMs: 0, grants: [], scale: 1 };
const answered: CourseFact = { kind: 'answered', at: start, clock };
const after = (...facts: CourseFact[]): Course => facts.reduce(courseAfter, NOT_BEGUN);
const left = (course: Course, at: number): number | null => {
  const ms = courseRemainingMs(course, at);
  return ms === null ? null : ms / MINUTE_MS;
};

describe('4.1: the course of a consultation', () => {
  test('has no clock before it begins', () => {
    expect(left(NOT_BEGUN, start)).toBeNull();
    expect(after({ kind: 'held', at: start, held: true })).toBe(NOT_BEGUN);
  });

  test('begins at the answer with fifteen minutes', () => {
    expect(after(answered)).toEqual({ phase: 'running', clock: { ...clock, startedAt: start }, held: false });
    expect(left(after(answered), into(4))).toBe(11);
  });

  test('answered twice counts once', () => {
    expect(left(after(answered, { ...answered, at: into(3) }), into(4))).toBe(11);
  });

  test('runs through hold, and is off it again', () => {
    const held = after(answered, { kind: 'held', at: into(2), held: true });
    expect(held).toMatchObject({ phase: 'running', held: true });
    expect(left(held, into(5))).toBe(10);
    expect(courseAfter(held, { kind: 'held', at: into(6), held: false })).toMatchObject({ held: false });
  });

  test('follows the caller through a transfer, off hold', () => {
    const handed = after(answered, { kind: 'held', at: into(2), held: true }, { kind: 'transferred', at: into(6) });
    expect(handed).toMatchObject({ phase: 'running', held: false });
    expect(left(handed, into(6))).toBe(9);
  });

  test('a grant adds its minutes to the limit in force, and grants add up', () => {
    const longer = after(
      answered,
      { kind: 'extended', at: into(10), minutes: 3 },
      { kind: 'extended', at: into(14), minutes: 5 },
    );
    expect(left(longer, into(14))).toBe(9);
  });

  test('a grant recorded a millisecond before the limit counts, one at the limit does not', () => {
    const late = after(answered, { kind: 'extended', at: into(15) - 1, minutes: 3 });
    expect(left(late, into(15))).toBe(3);
    const tooLate = after(answered, { kind: 'extended', at: into(15), minutes: 3 });
    expect(tooLate).toMatchObject({ phase: 'ended', endedBy: 'limit', endedAt: into(15) });
    expect(left(tooLate, into(16))).toBe(0);
  });

  test('where the limit only warns, it runs on and may be extended', () => {
    const warned = { ...clock, policy: { ...DEFAULT_POLICY, atLimit: 'warn-only' as const } };
    const over = after({ ...answered, clock: warned }, { kind: 'held', at: into(17), held: false });
    expect(over.phase).toBe('running');
    expect(left(over, into(17))).toBe(0);
    expect(left(courseAfter(over, { kind: 'extended', at: into(17), minutes: 5 }), into(17))).toBe(3);
  });

  test.each([60, -60])('a wall clock set by %s minutes neither gives nor takes', (minutes) => {
    const byMs = minutes * MINUTE_MS;
    const jumped = after(answered, { kind: 'clock-jumped', at: into(4), byMs });
    expect(left(jumped, into(4) + byMs)).toBe(11);
    expect(left(jumped, into(5) + byMs)).toBe(10);
  });

  test('a sleeping computer stops nothing', () => {
    expect(left(after(answered, { kind: 'suspended', at: into(9) }), into(9))).toBe(6);
    expect(after(answered, { kind: 'suspended', at: into(40) })).toMatchObject({ phase: 'ended', endedBy: 'limit' });
  });

  test('ended by a person, what was left stays said', () => {
    const ended = after(answered, { kind: 'ended', at: into(5), by: 'person' });
    expect(ended).toMatchObject({ phase: 'ended', endedBy: 'person', endedAt: into(5) });
    expect(left(ended, into(60))).toBe(10);
    expect(courseAfter(ended, { kind: 'extended', at: into(6), minutes: 3 })).toBe(ended);
  });

  test.each([
    ['restored by the phone', 'technical-cut', 'restored', into(5, 10), 10],
    ['redialled in time', 'technical-cut', 'redialled', into(10), 10],
    ['redialled a moment too late', 'technical-cut', 'redialled', into(10) + 1, null],
    ['redialled after a person hung up', 'person', 'redialled', into(6), null],
    ['the user calls again', 'technical-cut', 'other', into(6), null],
    ['taken by another consultant', 'person', 'transferred', into(6), 10],
  ] as const)('%s', (_case, by, next, at, expected) => {
    const ended = after(answered, { kind: 'ended', at: into(5), by });
    const gone = courseAfter(ended, { kind: 'continued', at, next });
    if (expected === null) expect(gone).toBe(ended);
    else expect(gone).toMatchObject({ phase: 'running', held: false });
    expect(left(gone, at)).toBe(expected ?? 10);
  });

  test('nothing goes on with a consultation that had its limit', () => {
    const cut = after(answered, { kind: 'suspended', at: into(15) });
    expect(courseAfter(cut, { kind: 'continued', at: into(16), next: 'transferred' })).toBe(cut);
  });

  test('going on while it runs means nothing', () => {
    expect(left(after(answered, { kind: 'continued', at: into(3), next: 'redialled' }), into(4))).toBe(11);
  });
});

describe('4.1: the clock by itself', () => {
  const grants: { minutes: number }[] = [];
  const running = { ...clock, grants, startedAt: start, who: 'Ильина' };

  test('a grant keeps what else the clock carries; too late, there is none', () => {
    expect(extended(running, { minutes: 3 }, into(1))).toEqual({ ...running, grants: [{ minutes: 3 }] });
    expect(extended(running, { minutes: 3 }, into(15))).toBeNull();
  });

  test('the fast clock takes nothing of the time left', () => {
    const fast = rescaled(running, 15, into(5));
    expect(fast).toEqual({ ...running, startedAt: into(5), elapsedBeforeMs: 5 * MINUTE_MS, scale: 15 });
  });
});

describe('4.1: whatever happens', () => {
  const wait = fc.integer({ min: 0, max: 4 * MINUTE_MS });
  type Step = { wait: number; make: (at: number) => CourseFact };
  const step = (arbitrary: fc.Arbitrary<(at: number) => CourseFact>): fc.Arbitrary<Step> =>
    fc.record({ wait, make: arbitrary });
  const facts = fc.oneof(
    step(fc.boolean().map((held) => (at) => ({ kind: 'held', at, held }))),
    step(fc.constant((at) => ({ kind: 'transferred', at }))),
    step(fc.integer({ min: 1, max: 10 }).map((minutes) => (at) => ({ kind: 'extended', at, minutes }))),
    step(fc.integer({ min: -1e8, max: 1e8 }).map((byMs) => (at) => ({ kind: 'clock-jumped', at, byMs }))),
    step(fc.constant((at) => ({ kind: 'suspended', at }))),
    step(fc.constantFrom('technical-cut', 'person').map((by) => (at) => ({ kind: 'ended', at, by }))),
    step(
      fc
        .constantFrom('restored', 'redialled', 'transferred', 'other')
        .map((next) => (at) => ({ kind: 'continued', at, next })),
    ),
    step(fc.constant((at) => ({ ...answered, at }))),
  );

  test('the remaining time never grows except by a grant, and then by no more than its minutes', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (steps) => {
        let course = after(answered);
        let now = start;
        let before = courseRemainingMs(course, now) ?? 0;
        for (const { wait: waited, make } of steps) {
          now += waited;
          const fact = make(now);
          course = courseAfter(course, fact);
          if (fact.kind === 'clock-jumped') now += fact.byMs;
          const remaining = courseRemainingMs(course, now) ?? 0;
          const granted = fact.kind === 'extended' ? fact.minutes * MINUTE_MS : 0;
          expect(remaining).toBeLessThanOrEqual(before + granted);
          before = remaining;
        }
      }),
    );
  });

  test('a running consultation loses exactly the time that passes', () => {
    fc.assert(
      fc.property(wait, wait, (first, second) => {
        const course = after(answered);
        const gone =
          (courseRemainingMs(course, start + first) ?? 0) - (courseRemainingMs(course, start + first + second) ?? 0);
        expect(gone).toBe(second);
      }),
    );
  });
});
