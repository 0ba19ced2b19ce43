import type { ConsultationPolicy } from './consultation-policy.ts';
import type { Criticality } from './order.ts';
import type { Instant } from './time.ts';
import { MINUTE_MS } from './time.ts';

export { DEFAULT_POLICY, formatMmSs, parseMmSs, policyFromText, validatePolicy } from './consultation-policy.ts';
export type { ConsultationPolicy, LimitTexts, PolicyField, PolicyProblem } from './consultation-policy.ts';

/** A running consultation. `scale` > 1 is the training line's fast clock: consultation time passes that many times faster. */
export type RunningConsultation = {
  readonly policy: ConsultationPolicy;
  /** When the present call's part of the consultation began. */
  readonly startedAt: Instant;
  /** Consultation time already used in earlier calls of the same consultation. */
  readonly elapsedBeforeMs: number;
  readonly grants: readonly { readonly minutes: number }[];
  readonly scale: number;
};

/** The instants at which the consultation changes, real time: published once, everybody derives the running time from them. */
export type Deadlines = {
  /** The limit in force, granted minutes included, in consultation time. */
  readonly limitMs: number;
  readonly limitAt: Instant;
  readonly warningAt: Instant;
  readonly lastMinuteAt: Instant;
  /** Null: the caller hears no notice. */
  readonly noticeAt: Instant | null;
  /** The farewell starts its own length before the limit, so that it has been heard when the call ends. */
  readonly farewellAt: Instant;
};

export type Stage = 'calm' | 'warning' | 'last-minute' | 'notice' | 'over';

/** 4.1: the deadlines of a running consultation. Granted minutes add to the limit in force, and the stages move with it. */
export function deadlines({ policy, startedAt, elapsedBeforeMs, grants, scale }: RunningConsultation): Deadlines {
  const grantedMs = grants.reduce((sum, { minutes }) => sum + minutes * MINUTE_MS, 0);
  const limitMs = policy.limitMs + grantedMs;
  const before = (durationMs: number): Instant =>
    startedAt + Math.round((limitMs - elapsedBeforeMs - durationMs) / scale);
  const limitAt = before(0);
  return {
    limitMs,
    limitAt,
    warningAt: before(policy.warningBeforeMs),
    lastMinuteAt: before(policy.lastMinuteBeforeMs),
    noticeAt: policy.noticeEnabled ? before(policy.noticeBeforeMs) : null,
    farewellAt: limitAt - policy.farewellMs,
  };
}

/** 4.1: the stage at an instant; each begins exactly at its deadline. */
export function stageAt(
  {
    limitAt,
    warningAt,
    lastMinuteAt,
    noticeAt,
  }: Pick<Deadlines, 'limitAt' | 'warningAt' | 'lastMinuteAt' | 'noticeAt'>,
  at: Instant,
): Stage {
  if (at >= limitAt) return 'over';
  if (noticeAt !== null && at >= noticeAt) return 'notice';
  if (at >= lastMinuteAt) return 'last-minute';
  return at >= warningAt ? 'warning' : 'calm';
}

/** 4.1: consultation time left, in milliseconds; 0 from the limit on. */
export function remainingMs(
  { limitAt, scale }: Pick<Deadlines, 'limitAt'> & Pick<RunningConsultation, 'scale'>,
  at: Instant,
): number {
  return Math.max(0, limitAt - at) * scale;
}

/** 4.1: consultation time used, in milliseconds, earlier calls included. */
export function elapsedMs(
  { startedAt, elapsedBeforeMs, scale }: Pick<RunningConsultation, 'startedAt' | 'elapsedBeforeMs' | 'scale'>,
  at: Instant,
): number {
  return elapsedBeforeMs + Math.max(0, at - startedAt) * scale;
}

/** 4.1: may minutes still be granted? Before the limit, also during the farewell; where the limit only warns, as long as it is talked. */
export function mayGrant(
  policy: Pick<ConsultationPolicy, 'atLimit'>,
  { limitAt }: Pick<Deadlines, 'limitAt'>,
  at: Instant,
): boolean {
  return policy.atLimit === 'warn-only' || at < limitAt;
}

/**
 * 4.1: are the leads asked for minutes by themselves? With confirmed high criticality from the first stage on, as long as minutes may be
 * granted; a grant gives the stages again, and so asks again at the next first one. A user's own mark asks nobody.
 */
export function asksLeads(
  criticality: Criticality,
  clock: Pick<Deadlines, 'warningAt' | 'limitAt'> & Pick<ConsultationPolicy, 'atLimit'>,
  at: Instant,
): boolean {
  return criticality === 'confirmed' && at >= clock.warningAt && mayGrant(clock, clock, at);
}

/**
 * 4.1: when a consultation starts: an incoming call at its answer; one the console dialled when the consultant says that the user is on
 * the line (`userOnLineAt`), at the latest `dialledStartsAfterMs` after the answer.
 */
export function consultationStartsAt(
  policy: Pick<ConsultationPolicy, 'dialledStartsAfterMs'>,
  call: {
    readonly direction: 'incoming' | 'outgoing';
    readonly answeredAt: Instant;
    readonly userOnLineAt: Instant | null;
  },
): Instant {
  if (call.direction === 'incoming') return call.answeredAt;
  const latest = call.answeredAt + policy.dialledStartsAfterMs;
  return Math.min(call.userOnLineAt ?? latest, latest);
}

/** 4.1: how long after a technical cut a redial still goes on with the same consultation. */
export const CONTINUES_WITHIN_MS = 5 * MINUTE_MS;

/** 4.1: under this much left, an event is offered instead of a redial. */
export const LEAST_LEFT_TO_REDIAL_MS = MINUTE_MS;

/** The call that ended, and how the next one with the same user came about. */
export type NextCall = {
  readonly endedBy: 'technical-cut' | 'person' | 'limit';
  readonly endedAt: Instant;
  readonly elapsedMs: number;
  /** By the phone itself, by the consultant, by a transfer to another consultant, or any other call (the user calls again). */
  readonly next: 'restored' | 'redialled' | 'transferred' | 'other';
  readonly at: Instant;
};

/**
 * 4.1: does the next call go on with the earlier consultation? Restored by the phone, transferred, or redialled by the consultant within
 * 5 minutes of a technical cut: yes, with the elapsed time kept. Every other call is a new consultation.
 */
export function continuesEarlier(call: NextCall): { readonly continues: boolean; readonly elapsedBeforeMs: number } {
  const redialledInTime =
    call.next === 'redialled' && call.endedBy === 'technical-cut' && call.at - call.endedAt <= CONTINUES_WITHIN_MS;
  const continues = call.next === 'restored' || call.next === 'transferred' || redialledInTime;
  return { continues, elapsedBeforeMs: continues ? call.elapsedMs : 0 };
}

/** 4.1: what is offered after a technical cut: the redial while it would go on and at least a minute is left, else an event. */
export function offerAfterCut(
  cut: { readonly endedAt: Instant; readonly remainingMs: number },
  at: Instant,
): 'redial' | 'event' {
  return cut.remainingMs >= LEAST_LEFT_TO_REDIAL_MS && at - cut.endedAt <= CONTINUES_WITHIN_MS ? 'redial' : 'event';
}
