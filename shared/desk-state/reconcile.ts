import type { PhoneCall, Registration } from '../contract/phone.ts';
import { callById, held, newCall, ring } from './calls.ts';
import { handDeadlines } from './clock.ts';
import { answerIncoming, atWorkplace, lookUpEntry, newConsultation } from './consultation.ts';
import type { ConsultationRecord } from './record.ts';
import { closeService } from './service.ts';
import { callsOf, type Consultation } from './state.ts';
import { callUp, restoreLeg } from './transfer.ts';
import { changeCall, changeConsultation, earlier, replaceCall, story, update, type Turn } from './turn.ts';

/** How long a phone that has just said hello may take to tell how a call it no longer has came to its end. */
export const FACTS_WITHIN_MS = 2_000;
/** How long calls are hoped for after the phone's window has gone. */
export const PHONE_BACK_WITHIN_MS = 5_000;

/**
 * The phone is (again) there and says what it holds. A call the desk believes in and the phone has not is lost, unless its facts tell
 * otherwise in a moment; a call the phone has and the desk has not goes on where the journal left it.
 */
export function hello(
  turn: Turn,
  said: { registration: Registration; calls: PhoneCall[]; records: ConsultationRecord[] },
): void {
  registered(turn, said.registration);
  update(turn, { phone: { ...turn.state.phone, goneSince: null } });
  for (const call of callsOf(turn.state)) {
    const its = said.calls.find(({ callId }) => callId === call.id);
    if (its === undefined) replaceCall(turn, call.id, { ...call, missingSince: call.missingSince ?? turn.at });
    else stillThere(turn, its);
  }
  for (const its of [...said.calls].sort((a, b) => Number(b.phase === 'up') - Number(a.phase === 'up'))) {
    if (callById(turn, its.callId) === undefined) {
      restore(turn, its, said.records.find(({ callId }) => callId === its.callId) ?? null);
    }
  }
  handDeadlines(turn);
  endLostService(turn);
}

/** A service call in which the service was killed, and which is over: there is nothing of it to wrap up. */
function endLostService(turn: Turn): void {
  const { consultation, call } = turn.state;
  if (consultation?.kind !== 'service' || consultation.phase !== 'interrupted' || call !== null) return;
  closeService(turn, consultation);
}

/** The registration as the phone reports it; `since` moves only when the status does. */
export function registered(turn: Turn, { status, failure, sipCode }: Registration): void {
  const { phone } = turn.state;
  const since = phone.status === status && phone.failure === failure ? phone.since : turn.at;
  update(turn, { phone: { ...phone, status, failure, sipCode, since } });
}

/** The phone's window or page is gone; its calls are hoped for a moment. */
export function phoneGone(turn: Turn): void {
  registered(turn, { status: 'unregistered', failure: 'no-phone-window', sipCode: null });
  const { call, secondCall, transfer, phone } = turn.state;
  update(turn, {
    phone: { ...phone, goneSince: turn.at, check: null },
    call: call && { ...call, connected: false },
    transfer: transfer && { ...transfer, leg: transfer.leg && { ...transfer.leg, connected: false } },
    secondCall: secondCall && { ...secondCall, connected: false },
  });
}

function stillThere(turn: Turn, its: PhoneCall): void {
  const call = callById(turn, its.callId);
  if (call === undefined) return;
  const { muted } = its;
  replaceCall(turn, call.id, { ...call, ...reachOf(turn, its), missingSince: null, muted });
  if (its.phase === 'up' && call.phase !== 'up') earlier(turn, its.answeredAgoMs ?? 0, () => callUp(turn, its.callId));
  held(turn, its.callId, its.held);
}

function restore(turn: Turn, its: PhoneCall, record: ConsultationRecord | null): void {
  const { callId, number, displayName, dialled, direction, phase, besideId } = its;
  if (besideId !== undefined) return restoreLeg(turn, its, besideId);
  if (direction === 'incoming' && phase === 'ringing') {
    const fact = { kind: 'ringing', callId, number, displayName, dialled, agoMs: 0 } as const;
    return earlier(turn, its.startedAgoMs, () => ring(turn, fact));
  }
  if (turn.state.call !== null) return;
  update(turn, { endedCallIds: turn.state.endedCallIds.filter((id) => id !== callId) });
  const call = {
    ...newCall(turn, { id: callId, number, displayName, dialled, direction, phase }),
    startedAt: turn.at - Math.round(its.startedAgoMs),
    answeredAt: its.answeredAgoMs === null ? null : turn.at - Math.round(its.answeredAgoMs),
    muted: its.muted,
    ...reachOf(turn, its),
  };
  update(turn, { call });
  if (record !== null) return goOn(turn, its, record);
  // Answered, and the service died before it could write that down.
  if (direction === 'incoming') earlier(turn, its.answeredAgoMs ?? 0, () => answerIncoming(turn, call));
  else changeConsultation(turn, newConsultation(turn, call, null), {});
}

const reachOf = (turn: Turn, { connected, silentForMs }: PhoneCall) => ({
  connected,
  silentSince: silentForMs === null ? null : turn.at - Math.round(silentForMs),
});

/** 4.1: restored by the phone itself: the same consultation, its clock where it was. */
function goOn(turn: Turn, its: PhoneCall, record: ConsultationRecord): void {
  const present = turn.state.consultation;
  const known: Consultation = present?.id === record.id ? present : atWorkplace(record, null);
  const call = callById(turn, its.callId);
  if (call === undefined) return;
  changeCall(turn, call, { consultationId: known.id, heldSince: its.held ? (known.endedAt ?? turn.at) : null });
  const isUp = its.phase === 'up';
  const answeredAt = known.callAnsweredAt ?? call.answeredAt;
  const isTalking = isUp && (known.clock !== null || known.kind === 'service');
  const consultation = changeConsultation(turn, known, {
    phase: isTalking ? 'talking' : isUp ? 'waiting' : 'dialling',
    // What was counted up to the supposed end stays counted.
    talkingSince: isTalking ? (known.endedAt ?? known.talkingSince ?? turn.at) : null,
    answeredAt: isUp ? (known.answeredAt ?? answeredAt) : known.answeredAt,
    callAnsweredAt: isUp ? answeredAt : null,
    waitingUntil: isUp && !isTalking ? (answeredAt ?? turn.at) + known.policy.dialledStartsAfterMs : null,
    endedAt: null,
    endReason: null,
    continuableUntil: null,
    wrapUpUntil: null,
  });
  story(turn, consultation.id, 'connection-back');
  lookUpEntry(turn, consultation);
}
