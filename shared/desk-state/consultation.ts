import type { EventAttempt } from '../contract/events.ts';
import { EMPTY_CARD, type EndReason } from '../contract/journal.ts';
import type { CallEndCause } from '../contract/phone.ts';
import { whatIsMissing } from '../regulation/closing.ts';
import { CONTINUES_WITHIN_MS, continuesEarlier } from '../regulation/consultation-clock.ts';
import { formatPhone } from '../regulation/phone-number.ts';
import { inquiryNumber } from '../regulation/inquiry-number.ts';
import type { Instant } from '../regulation/time.ts';
import { hasTimeLeft, startClock } from './clock.ts';
import { attemptOn, closeEventAs } from './event-attempts.ts';
import { openEventOf } from './event-mirror.ts';
import { journalRowOf } from './journal-row.ts';
import { whoOf, type ConsultationRecord } from './record.ts';
import { closeService, kindOf, talkService } from './service.ts';
import type { Call, Consultation } from './state.ts';
import {
  changeCall,
  changeConsultation,
  order,
  refuse,
  settleMissed,
  story,
  tellLine,
  update,
  type Turn,
} from './turn.ts';
import { undoable } from './undo.ts';

/**
 * A consultation that begins with this call; nothing of its card is known but the number. It bears the identifier of its first call: if the
 * service dies between showing and writing it, the phone's hello raises the very same one, and what is typed meanwhile finds it.
 */
export function newConsultation(turn: Turn, call: Call, eventId: string | null): Consultation {
  const { n } = turn.fresh;
  const { raw, e164 } = call.number;
  return {
    id: call.id,
    n,
    inquiry: inquiryNumber(n),
    kind: kindOf(turn.state, call, eventId),
    direction: call.direction,
    number: raw,
    e164,
    displayName: call.displayName,
    eventId,
    eventSettled: false,
    consultant: turn.state.consultant.name,
    callId: call.id,
    startedAt: call.startedAt,
    answeredAt: null,
    callAnsweredAt: null,
    talkingSince: null,
    talkMs: 0,
    heldMs: 0,
    clock: null,
    policy: turn.state.policy,
    endedAt: null,
    endReason: null,
    continuableUntil: null,
    closedAt: null,
    card: { ...EMPTY_CARD, phone: e164 === null ? raw : formatPhone(e164) },
    bookedEventIds: [],
    said: [],
    askedEventId: null,
    continues: null,
    touchedAt: turn.at,
    phase: 'dialling',
    waitingUntil: null,
    wrapUpUntil: null,
    machine: false,
    savedEdit: 0,
    entry: null,
    asOf: null,
    candidates: call.candidates,
  };
}

/** A consultation taken from the journal to the workplace. */
export function atWorkplace(record: ConsultationRecord, wrapUpUntil: Instant | null): Consultation {
  return {
    ...record,
    phase: record.endReason === 'interrupted' ? 'interrupted' : 'wrap-up',
    waitingUntil: null,
    wrapUpUntil: record.endReason === 'interrupted' ? null : wrapUpUntil,
    machine: false,
    savedEdit: 0,
    entry: null,
    asOf: null,
    candidates: [],
  };
}

/**
 * A consultation the journal has no end of: the service was killed in it. It ended, as far as anybody knows, when it was last known to be
 * alive; the phone may yet say that it goes on.
 */
export function interruptedRecord(record: ConsultationRecord, heldSince: Instant | null): ConsultationRecord {
  const endedAt = record.touchedAt;
  const since = (instant: Instant | null): number => (instant === null ? 0 : Math.max(0, endedAt - instant));
  const ended: ConsultationRecord = {
    ...record,
    endedAt,
    endReason: 'interrupted',
    talkMs: record.talkMs + since(record.talkingSince),
    talkingSince: null,
    heldMs: record.heldMs + since(heldSince),
  };
  return { ...ended, continuableUntil: hasTimeLeft(ended, endedAt) ? endedAt + CONTINUES_WITHIN_MS : null };
}

/**
 * 4.1: an incoming call was answered: a consultation, its clock running from that instant, or a service call without one. Whatever lay at the
 * workplace stays unclosed.
 */
export function answerIncoming(turn: Turn, call: Call): void {
  const consultation = newConsultation(turn, call, null);
  changeCall(turn, call, { phase: 'up', answeredAt: turn.at, consultationId: consultation.id });
  story(turn, consultation.id, 'ringing', call.number.raw);
  story(turn, consultation.id, 'answered', call.carried === null ? '' : inquiryNumber(call.carried.n));
  settleMissed(turn, call.number.raw, 'spoken-to');
  if (consultation.kind === 'service') return talkService(turn, consultation);
  startClock(turn, { ...consultation, answeredAt: turn.at, callAnsweredAt: turn.at }, null, inheritedMs(turn, call));
}

/** 4.1: handed over by a colleague: their consultation's time, which ran on while it rang here. */
function inheritedMs(turn: Turn, { carried, startedAt }: Call): number {
  if (carried === null) return 0;
  const elapsedMs = carried.elapsedMs + (turn.at - startedAt) * turn.state.scale;
  return continuesEarlier({ endedBy: 'person', endedAt: startedAt, elapsedMs, next: 'transferred', at: turn.at })
    .elapsedBeforeMs;
}

/** 4.1: nobody took the user over, and they are back: the same consultation, its time has run on. */
export function answerReturned(turn: Turn, call: Call, consultation: Consultation): void {
  changeCall(turn, call, { phase: 'up', answeredAt: turn.at, consultationId: consultation.id });
  story(turn, consultation.id, 'transfer-returned');
  startClock(turn, { ...consultation, callId: call.id, callAnsweredAt: turn.at, endedAt: null }, turn.at);
}

/** 4.1: a dialled call was answered: the clock waits until the user is at the phone, at most as long as the policy says. */
export function answerOutgoing(turn: Turn, call: Call): void {
  changeCall(turn, call, { phase: 'up', answeredAt: turn.at });
  const { consultation } = turn.state;
  if (consultation === null || consultation.id !== call.consultationId) return;
  story(turn, consultation.id, 'answered');
  if (consultation.kind === 'service') return talkService(turn, consultation);
  changeConsultation(turn, consultation, {
    phase: 'waiting',
    answeredAt: consultation.answeredAt ?? turn.at,
    callAnsweredAt: turn.at,
    waitingUntil: turn.at + consultation.policy.dialledStartsAfterMs,
    wrapUpUntil: null,
  });
}

/** 4.1: «Пользователь у телефона», said by the consultant or come true by itself after the policy's time. */
export function userOnLine(turn: Turn, consultation: Consultation): void {
  const talking = startClock(turn, consultation, turn.at);
  story(turn, talking.id, 'user-on-line');
  settleMissed(turn, turn.state.call?.number.raw ?? talking.number, 'spoken-to');
  if (talking.eventId !== null) attemptOn(turn, talking.eventId, talking.callAnsweredAt ?? turn.at, 'answered');
}

const END_REASONS: Record<CallEndCause, EndReason> = {
  remote: 'user',
  local: 'consultant',
  limit: 'limit',
  lost: 'lost',
  cancelled: 'consultant',
  declined: 'busy',
  elsewhere: 'failed',
  busy: 'busy',
  'no-answer': 'no-answer',
  'not-found': 'failed',
  failed: 'failed',
  transferred: 'transferred',
};

/** «Автоответчик»: nobody is there. The call ends, and was an attempt that reached nobody. */
export function answeringMachine(turn: Turn, consultationId: string): void {
  const { consultation, call } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  if (consultation.phase !== 'waiting' || call === null) return refuse(turn, 'wrong-phase');
  changeConsultation(turn, consultation, { machine: true });
  story(turn, consultation.id, 'answering-machine');
  order(turn, { kind: 'hang-up', callId: call.id, reason: 'consultant' });
}

/** The conversation is over: wrap-up begins. After a technical cut a redial may go on with it (4.1). */
export function endConversation(turn: Turn, consultation: Consultation, call: Call, cause: CallEndCause): void {
  if (consultation.machine) return endUnanswered(turn, consultation, 'no-answer');
  const endReason = cause === 'failed' ? 'lost' : END_REASONS[cause];
  const wasTalking = consultation.phase === 'talking';
  // Less than nothing when the true end, told late, lies before the one that was supposed.
  const talkedMs = consultation.talkingSince === null ? 0 : turn.at - consultation.talkingSince;
  const heldMs = consultation.heldMs + (call.heldSince === null ? 0 : Math.max(0, turn.at - call.heldSince));
  const wrapUpUntil = turn.at + turn.state.wrapUpMs;
  const ended = { ...consultation, endedAt: turn.at };
  const isUsers = consultation.kind === 'consultation';
  const continuableUntil =
    isUsers && endReason === 'lost' && hasTimeLeft(ended, turn.at) ? turn.at + CONTINUES_WITHIN_MS : null;
  const wrapUp = changeConsultation(turn, ended, {
    phase: 'wrap-up',
    endReason,
    talkMs: Math.max(0, consultation.talkMs + talkedMs),
    talkingSince: null,
    heldMs,
    continuableUntil,
    waitingUntil: null,
    // As long as it can be gone on with, it stays at hand.
    wrapUpUntil: Math.max(wrapUpUntil, continuableUntil ?? 0),
  });
  story(turn, consultation.id, 'ended', endReason);
  if (!isUsers) return closeService(turn, wrapUp);
  // Answered, but the user never came to the phone: an attempt that reached nobody.
  if (!wasTalking && consultation.eventId !== null) attemptOn(turn, consultation.eventId, turn.at, 'no-answer');
}

/** A dialled call was not answered. It leaves nothing to wrap up, unless it was the redial of a conversation that was lost. */
export function endUnanswered(turn: Turn, consultation: Consultation, cause: CallEndCause): void {
  const endReason = END_REASONS[cause];
  story(turn, consultation.id, 'ended', endReason);
  if (consultation.eventId !== null)
    attemptOn(turn, consultation.eventId, turn.at, attemptResult(consultation, endReason));
  if (consultation.endedAt === null) {
    changeConsultation(turn, consultation, { endedAt: turn.at, endReason, closedAt: turn.at });
    update(turn, { consultation: null });
    return;
  }
  const { phase, wrapUpUntil } = atWorkplace(consultation, turn.at + turn.state.wrapUpMs);
  const later = wrapUpUntil === null ? null : Math.max(wrapUpUntil, consultation.continuableUntil ?? 0);
  changeConsultation(turn, consultation, { phase, wrapUpUntil: later });
}

function attemptResult({ machine }: Consultation, endReason: EndReason): EventAttempt['result'] {
  if (machine) return 'answering-machine';
  if (endReason === 'busy') return 'busy';
  // Hung up by the consultant before anybody answered: let ring, and nobody came.
  return endReason === 'no-answer' || endReason === 'consultant' ? 'no-answer' : 'failed';
}

/**
 * Closes the consultation at the workplace, if the closing rules have what they ask for (2.3–2.5, 3.1). The event it was dialled for is
 * handled by it, unless the consultant has said otherwise or no conversation was held. Both can be taken back for a while.
 */
export function closeConsultation(turn: Turn, consultationId: string): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  if (consultation.phase !== 'wrap-up' && consultation.phase !== 'interrupted') return refuse(turn, 'wrong-phase');
  if (consultation.kind === 'service') return closeService(turn, consultation);
  const missing = whatIsMissing(consultation.card);
  if (missing.length > 0) {
    return refuse(turn, 'missing', {
      fields: missing.map(({ field }) => field),
      clauses: missing.map(({ clause }) => clause),
    });
  }
  const { eventId, eventSettled, callAnsweredAt, clock, card } = consultation;
  const closing = card.closing ?? 'identified';
  const handles = eventSettled || clock === null || closing === 'not-held' ? undefined : openEventOf(turn, eventId);
  const what = handles === undefined ? 'closed' : 'closed-handled';
  undoable(turn, { what, who: whoOf(consultation), consultation }, handles === undefined ? [] : [handles.id], () => {
    const closed = changeConsultation(turn, consultation, {
      closedAt: turn.at,
      continuableUntil: null,
      card: { ...card, closing },
    });
    story(turn, closed.id, 'closed');
    tellLine(turn, { kind: 'consultation-closed', row: journalRowOf(closed) });
    if (handles !== undefined) closeEventAs(turn, handles, 'handled', null, callAnsweredAt);
    update(turn, { consultation: null });
  });
}

/** Brings an unclosed consultation back to the workplace; the one there, if any, waits among the unclosed. */
export function openConsultation(turn: Turn, record: ConsultationRecord): void {
  if (turn.state.consultation?.id === record.id) return;
  if (turn.state.call !== null) return refuse(turn, 'in-call');
  if (record.closedAt !== null) return refuse(turn, 'already-closed');
  const consultation = atWorkplace(record, turn.at + turn.state.wrapUpMs);
  update(turn, { consultation });
  story(turn, consultation.id, 'reopened');
  lookUpEntry(turn, consultation);
}

/** Asks for the registry's entry of the card's registration number: the verdict depends on it. */
export function lookUpEntry(turn: Turn, { id, card }: Consultation): void {
  const registrationNumber = card.registrationNumber.trim();
  if (registrationNumber !== '') turn.effects.push({ kind: 'look-up-entry', consultationId: id, registrationNumber });
}
