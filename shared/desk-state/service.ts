import { callKind, serviceNumberOf, type CallKind, type ServiceNumber } from '../regulation/service-call.ts';
import type { WorkstationSettings } from '../contract/settings.ts';
import { handDeadlines, startClock } from './clock.ts';
import type { Call, Consultation, DeskState } from './state.ts';
import { changeConsultation, refuse, story, update, type Turn } from './turn.ts';

/** The service numbers of the settings (4.1): the colleagues, and the list. */
export const serviceNumbersOf = ({ colleagues, serviceNumbers }: WorkstationSettings): ServiceNumber[] => [
  ...colleagues,
  ...serviceNumbers,
];

/** Who of the list a call is with; null: a user. What a colleague hands over is a user's, whoever rings with it. */
export function serviceName({ serviceNumbers }: DeskState, call: Pick<Call, 'number' | 'carried'>): string | null {
  if (call.carried !== null || call.number.raw === '') return null;
  return serviceNumberOf(call.number.raw, serviceNumbers)?.name ?? null;
}

/** 4.1: what kind of call begins; one dialled for an event is always a user's. */
export function kindOf({ serviceNumbers }: DeskState, call: Call, eventId: string | null): CallKind {
  const isUsers = eventId !== null || call.carried !== null || call.number.raw === '';
  return callKind(call.number.raw, serviceNumbers, isUsers ? 'consultation' : null);
}

/** 4.1: a service call was answered, by either side: no clock, no card. */
export function talkService(turn: Turn, consultation: Consultation): void {
  changeConsultation(turn, consultation, {
    phase: 'talking',
    answeredAt: consultation.answeredAt ?? turn.at,
    callAnsweredAt: turn.at,
    talkingSince: turn.at,
    waitingUntil: null,
    wrapUpUntil: null,
  });
}

/** A service call is over: kept in the journal, nothing to wrap up. */
export function closeService(turn: Turn, consultation: Consultation): void {
  changeConsultation(turn, consultation, { kind: 'service', closedAt: turn.at, continuableUntil: null });
  update(turn, { consultation: null });
}

/**
 * «Служебный звонок» by hand, during the call or after it, and back. The clock of what was a consultation stays with it: taken back, it stands
 * where it would have stood. What had none begins as a dialled call does, at the latest now.
 */
export function setCallKind(turn: Turn, consultationId: string, kind: CallKind): void {
  const { consultation, call } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  if (consultation.kind === kind) return;
  if (consultation.eventId !== null || consultation.phase === 'interrupted') return refuse(turn, 'wrong-phase');
  if (kind === 'consultation') return backToConsultation(turn, consultation);
  story(turn, consultation.id, 'service');
  if (consultation.phase === 'wrap-up') return closeService(turn, consultation);
  const isUp = call?.phase === 'up';
  changeConsultation(turn, consultation, {
    kind: 'service',
    phase: isUp ? 'talking' : consultation.phase,
    talkingSince: isUp ? (consultation.talkingSince ?? turn.at) : null,
    waitingUntil: null,
  });
  if (call === null || !isUp) return;
  turn.effects.push({ kind: 'deadlines', callId: call.id, noticeAt: null, farewellAt: null, limitAt: null });
}

function backToConsultation(turn: Turn, consultation: Consultation): void {
  const { clock, phase, callAnsweredAt, policy } = consultation;
  if (clock?.atLimit === 'end' && clock.limitAt <= turn.at) return refuse(turn, 'limit-over');
  story(turn, consultation.id, 'not-service');
  const users: Consultation = { ...consultation, kind: 'consultation' };
  if (phase === 'dialling') return void changeConsultation(turn, users, {});
  if (clock !== null) {
    changeConsultation(turn, users, {});
    return handDeadlines(turn);
  }
  const waitingUntil = (callAnsweredAt ?? turn.at) + policy.dialledStartsAfterMs;
  if (consultation.direction === 'outgoing' && turn.at < waitingUntil) {
    return void changeConsultation(turn, users, { phase: 'waiting', talkingSince: null, waitingUntil });
  }
  startClock(turn, { ...users, callAnsweredAt: turn.at }, turn.at);
}

/** The undo of «Служебный звонок»: in the call, or back to its wrap-up. */
export function takeBackService(turn: Turn, before: Consultation): void {
  const { consultation, call } = turn.state;
  if (consultation?.id === before.id) return setCallKind(turn, before.id, 'consultation');
  if (before.phase !== 'wrap-up' || consultation !== null || call !== null) return refuse(turn, 'undo-late');
  story(turn, before.id, 'not-service');
  changeConsultation(turn, before, { wrapUpUntil: turn.at + turn.state.wrapUpMs });
}
