import type { ConsultationClock, Grant } from '../contract/clock.ts';
import type { CarriedConsultation } from '../contract/phone.ts';
import {
  consultationStartsAt,
  deadlines,
  elapsedMs,
  LEAST_LEFT_TO_REDIAL_MS,
  type ConsultationPolicy,
} from '../regulation/consultation-clock.ts';
import { extended, rescaled } from '../regulation/consultation-course.ts';
import { MINUTE_MS, type Instant } from '../regulation/time.ts';
import type { Consultation } from './state.ts';
import { changeConsultation, story, update, type Turn } from './turn.ts';

type Basis = Pick<ConsultationClock, 'startedAt' | 'elapsedBeforeMs' | 'grants' | 'scale'>;

/** 4.1: the clock as it is published, from what decides it. */
export function clockOf(policy: ConsultationPolicy, basis: Basis): ConsultationClock {
  const own = basisOf(basis);
  return { ...own, ...deadlines({ policy, ...own }), atLimit: policy.atLimit };
}

/** What decides a clock, without what follows from it. */
const basisOf = ({ startedAt, elapsedBeforeMs, grants, scale }: Basis): Basis => ({
  startedAt,
  elapsedBeforeMs,
  grants,
  scale,
});

/** Consultation time used at an instant, or until the end of the conversation if it has ended. */
export function elapsedOf({ clock, endedAt }: Pick<Consultation, 'clock' | 'endedAt'>, at: Instant): number {
  return clock === null ? 0 : elapsedMs(clock, endedAt ?? at);
}

/** 4.1: what goes along when the user is handed over: the time used of the limit. Granted minutes are taken off: they were for this user. */
export function carriedBy(consultation: Consultation | null, at: Instant): CarriedConsultation | null {
  if (consultation === null) return null;
  const { id, n, clock } = consultation;
  const grantedMs = (clock?.grants ?? []).reduce((sum, { minutes }) => sum + minutes * MINUTE_MS, 0);
  return { id, n, elapsedMs: Math.round(Math.max(0, elapsedOf(consultation, at) - grantedMs)) };
}

/** 4.1: enough time is left for a redial to be worth it; with less, an event is offered. */
export function hasTimeLeft(consultation: Pick<Consultation, 'clock' | 'endedAt' | 'policy'>, at: Instant): boolean {
  const limitMs = consultation.clock?.limitMs ?? consultation.policy.limitMs;
  return limitMs - elapsedOf(consultation, at) >= LEAST_LEFT_TO_REDIAL_MS;
}

/**
 * 4.1: starts the consultation clock of the current call: at its answer, or when the user came to the phone. A consultation that goes on
 * after a technical cut keeps its elapsed time and its grants. Hands the deadlines to the phone.
 * @param inheritedMs consultation time used before, at the colleague who handed the user over
 */
export function startClock(
  turn: Turn,
  consultation: Consultation,
  userOnLineAt: Instant | null,
  inheritedMs = 0,
): Consultation {
  const { policy, callAnsweredAt, direction, clock: earlier } = consultation;
  const call = turn.state.call;
  const startedAt = consultationStartsAt(policy, {
    direction: call?.direction ?? direction,
    answeredAt: callAnsweredAt ?? turn.at,
    userOnLineAt,
  });
  const clock = clockOf(policy, {
    startedAt,
    elapsedBeforeMs: inheritedMs + elapsedOf(consultation, startedAt),
    grants: earlier?.grants ?? [],
    scale: turn.state.scale,
  });
  const talking = changeConsultation(turn, consultation, {
    phase: 'talking',
    clock,
    talkingSince: startedAt,
    waitingUntil: null,
    wrapUpUntil: null,
    continuableUntil: null,
    endedAt: null,
    endReason: null,
  });
  handDeadlines(turn);
  return talking;
}

/**
 * Hands the deadlines of the running consultation to the phone, which alone plays the tones and sends the BYE. Inside the farewell nothing
 * is handed over again: the phone is playing it.
 */
export function handDeadlines(turn: Turn): void {
  const { call, consultation } = turn.state;
  if (call?.phase !== 'up' || consultation?.phase !== 'talking' || consultation.clock === null) return;
  if (consultation.kind === 'service') return;
  const { warningAt, lastMinuteAt, noticeAt, farewellAt, limitAt, atLimit } = consultation.clock;
  if (atLimit === 'end' && farewellAt <= turn.at && turn.at < limitAt) return;
  const end = atLimit === 'end' ? { farewellAt, limitAt } : { farewellAt: null, limitAt: null };
  turn.effects.push({ kind: 'deadlines', callId: call.id, warningAt, lastMinuteAt, noticeAt, ...end });
}

/** 4.1: minutes granted by a lead move the limit of the running consultation, once. After the limit they change nothing. */
export function addGrant(turn: Turn, consultationId: string, grant: Grant): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId || consultation.phase !== 'talking' || consultation.clock === null) return;
  if (consultation.kind === 'service') return;
  const { clock, policy } = consultation;
  if (clock.grants.some(({ id }) => id === grant.id)) return;
  const longer = extended({ ...basisOf(clock), policy }, grant, turn.at);
  if (longer === null) return;
  changeConsultation(turn, consultation, { clock: clockOf(policy, longer) });
  story(turn, consultationId, 'grant', `+${grant.minutes} · ${grant.reason} · ${grant.by}`);
  handDeadlines(turn);
}

/** The training line's fast clock: from now on consultation time runs `scale` times faster; the time left stays what it was. */
export function setScale(turn: Turn, scale: number): void {
  update(turn, { scale });
  const { consultation } = turn.state;
  if (consultation?.phase !== 'talking' || consultation.clock === null) return;
  const { clock, policy } = consultation;
  const faster = rescaled({ ...basisOf(clock), policy }, scale, turn.at);
  changeConsultation(turn, consultation, { clock: clockOf(policy, faster) });
  handDeadlines(turn);
}
