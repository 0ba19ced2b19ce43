import { continuesEarlier, deadlines, elapsedMs, mayGrant } from './consultation-clock.ts';
import type { NextCall, RunningConsultation } from './consultation-clock.ts';
import type { Instant } from './time.ts';

/**
 * 4.1: the course of one consultation, whoever's hands it goes through. Its remaining time never grows except by a grant.
 *
 *     waiting ──answered──▶ running ──ended, or the limit──▶ ended
 *                           │    ▲                            │
 *           held, transferred, extended,        continued (4.1: restored, transferred, or
 *           clock-jumped, suspended             redialled within 5 minutes of a technical cut)
 *                           └────┘                            └────▶ running
 */
export type Course =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly clock: RunningConsultation; readonly held: boolean }
  | {
      readonly phase: 'ended';
      readonly clock: RunningConsultation;
      readonly endedAt: Instant;
      readonly endedBy: EndedBy;
    };

export type EndedBy = NextCall['endedBy'];

/** What happens to a consultation. Every `at` is an instant of the clock as it goes at that moment. */
export type CourseFact =
  /** The consultation begins (see `consultationStartsAt`). */
  | { readonly kind: 'answered'; readonly at: Instant; readonly clock: Omit<RunningConsultation, 'startedAt'> }
  | { readonly kind: 'held'; readonly at: Instant; readonly held: boolean }
  /** The caller is handed to another consultant, who inherits the time that has passed. */
  | { readonly kind: 'transferred'; readonly at: Instant }
  | { readonly kind: 'extended'; readonly at: Instant; readonly minutes: number }
  /** The wall clock was set: what was `at` is now `at + byMs`. */
  | { readonly kind: 'clock-jumped'; readonly at: Instant; readonly byMs: number }
  /** The computer slept and woke `at`: the caller went on waiting, so the time has passed. */
  | { readonly kind: 'suspended'; readonly at: Instant }
  | { readonly kind: 'ended'; readonly at: Instant; readonly by: Exclude<EndedBy, 'limit'> }
  /** Another call with the same user, and how it came about. */
  | { readonly kind: 'continued'; readonly at: Instant; readonly next: NextCall['next'] };

/** 4.1: a consultation that has not begun. */
export const NOT_BEGUN: Course = { phase: 'waiting' };

/**
 * 4.1: what becomes of a consultation by a fact. Where the program ends calls, the limit comes first: a fact later than it finds the
 * consultation ended. A fact that means nothing in its phase (told twice, told late) changes nothing; a call that does not go on with this
 * consultation leaves it ended: it is a new one.
 */
export function courseAfter(before: Course, fact: CourseFact): Course {
  const course = untilLimit(before, fact.at);
  if (course.phase === 'waiting') {
    if (fact.kind !== 'answered') return course;
    return { phase: 'running', clock: { ...fact.clock, startedAt: fact.at }, held: false };
  }
  if (course.phase === 'ended') return fact.kind === 'continued' ? goneOn(course, fact) : course;
  switch (fact.kind) {
    case 'held':
      return { ...course, held: fact.held };
    case 'transferred':
      return { ...course, held: false };
    case 'extended':
      return { ...course, clock: granted(course.clock, { minutes: fact.minutes }) };
    case 'clock-jumped':
      return { ...course, clock: { ...course.clock, startedAt: course.clock.startedAt + fact.byMs } };
    case 'ended':
      return { phase: 'ended', clock: course.clock, endedAt: fact.at, endedBy: fact.by };
    case 'answered':
    case 'suspended':
    case 'continued':
      return course;
  }
}

/** 4.1: consultation time left at an instant, in milliseconds; once ended, what was left then. Before the beginning there is no clock: null. */
export function courseRemainingMs(course: Course, at: Instant): number | null {
  if (course.phase === 'waiting') return null;
  const { limitMs } = deadlines(course.clock);
  return Math.max(0, limitMs - elapsedMs(course.clock, course.phase === 'ended' ? course.endedAt : at));
}

/**
 * 4.1: the clock with a grant added to the limit in force; null when it came too late: at the limit, where the program ends the call.
 * Whatever else a grant carries (who, why) stays with it.
 */
export function extended<Clock extends RunningConsultation>(
  clock: Clock,
  grant: Clock['grants'][number],
  at: Instant,
): Clock | null {
  return mayGrant(clock.policy, deadlines(clock), at) ? granted(clock, grant) : null;
}

function granted<Clock extends RunningConsultation>(clock: Clock, grant: Clock['grants'][number]): Clock {
  return { ...clock, grants: [...clock.grants, grant] };
}

/** The training line's fast clock: from `at` on consultation time runs `scale` times faster; the time left stays what it was. */
export function rescaled<Clock extends RunningConsultation>(clock: Clock, scale: number, at: Instant): Clock {
  return { ...clock, elapsedBeforeMs: elapsedMs(clock, at), startedAt: at, scale };
}

function untilLimit(course: Course, at: Instant): Course {
  if (course.phase !== 'running' || course.clock.policy.atLimit === 'warn-only') return course;
  const { limitAt } = deadlines(course.clock);
  if (at < limitAt) return course;
  return { phase: 'ended', clock: course.clock, endedAt: limitAt, endedBy: 'limit' };
}

function goneOn(
  course: Extract<Course, { phase: 'ended' }>,
  { at, next }: Extract<CourseFact, { kind: 'continued' }>,
): Course {
  const { clock, endedAt, endedBy } = course;
  const { continues, elapsedBeforeMs } = continuesEarlier({
    endedBy,
    endedAt,
    elapsedMs: elapsedMs(clock, endedAt),
    next,
    at,
  });
  if (!continues || endedBy === 'limit') return course;
  return { phase: 'running', clock: { ...clock, startedAt: at, elapsedBeforeMs }, held: false };
}
