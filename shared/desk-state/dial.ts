import { continuesEarlier } from '../regulation/consultation-clock.ts';
import type { Instant } from '../regulation/time.ts';
import { newCall } from './calls.ts';
import { elapsedOf, hasTimeLeft } from './clock.ts';
import { atWorkplace, lookUpEntry, newConsultation } from './consultation.ts';
import { takeEvent } from './event-attempts.ts';
import { openEventOf } from './event-mirror.ts';
import { dialString } from './outgoing-number.ts';
import type { ConsultationRecord } from './record.ts';
import { changeCall, changeConsultation, order, refuse, story, update, type Turn } from './turn.ts';

export type Dial = { number: string; eventId: string | null; earlier: ConsultationRecord | null; anew: boolean };

/**
 * Dials a number: for an event (which is taken), for a consultation that was lost (which goes on, 4.1), or simply. A card still open at the
 * workplace must be closed first, unless it is the one that is redialled.
 */
export function dial(turn: Turn, { number, eventId, earlier, anew }: Dial): void {
  const { call: current, phone, consultation: present, consultant } = turn.state;
  if (current !== null || turn.state.transfer !== null) return refuse(turn, 'in-call');
  if (number.trim() === '') return refuse(turn, 'number-hidden');
  if (phone.status !== 'registered') return refuse(turn, 'not-registered');
  if (present?.phase === 'wrap-up' && present.id !== earlier?.id) return refuse(turn, 'card-open');
  const event = eventId === null ? undefined : openEventOf(turn, eventId);
  if (eventId !== null && event === undefined) return refuse(turn, 'no-event');
  if (event?.owner && event.owner.id !== consultant.id) return refuse(turn, 'taken', { owner: event.owner.name });

  const { callId: id } = turn.fresh;
  const call = newCall(turn, { id, number, displayName: '', dialled: '', direction: 'outgoing', phase: 'dialling' });
  const goesOn = earlier !== null && !anew && mayGoOn(earlier, turn.at);
  // Known from the present workplace, or as the journal has it.
  const lost = goesOn && present?.id === earlier.id ? present : goesOn ? atWorkplace(earlier, null) : null;
  const consultation = lost ?? {
    ...newConsultation(turn, call, eventId),
    displayName: event?.user.name ?? earlier?.displayName ?? '',
  };
  update(turn, { call });
  changeCall(turn, call, { consultationId: consultation.id, displayName: consultation.displayName });
  const begun = changeConsultation(turn, consultation, { phase: 'dialling', callId: id, wrapUpUntil: null });
  story(turn, begun.id, lost === null ? 'dialled' : 'redialled', number);
  if (event !== undefined) {
    takeEvent(turn, event);
    fillFromEvent(turn, event.user);
  }
  order(turn, { kind: 'dial', callId: id, number: dialString(call.number.raw, turn.state.prefix) });
  turn.effects.push({ kind: 'look-up-caller', callId: id, number: call.number });
}

/** 4.1: redialled within 5 minutes of a technical cut, with at least a minute left, it goes on with the elapsed time. */
export function mayGoOn(earlier: ConsultationRecord, at: Instant): boolean {
  if (earlier.endedAt === null || earlier.closedAt !== null) return false;
  const cut = earlier.endReason === 'lost' || earlier.endReason === 'interrupted';
  const { continues } = continuesEarlier({
    endedBy: cut ? 'technical-cut' : earlier.endReason === 'limit' ? 'limit' : 'person',
    endedAt: earlier.endedAt,
    elapsedMs: elapsedOf(earlier, at),
    next: 'redialled',
    at,
  });
  return continues && hasTimeLeft(earlier, at);
}

/** Dialled for an event: what it knows of the user stands on the card, to be confirmed. */
function fillFromEvent(
  turn: Turn,
  user: { name: string; registrationNumber: string; organisation: string; configuration: string; city: string },
): void {
  const { consultation } = turn.state;
  if (consultation === null) return;
  const { name: contact, registrationNumber, organisation, configuration, city } = user;
  const card = { ...consultation.card, contact, registrationNumber, organisation, configuration, city };
  lookUpEntry(turn, changeConsultation(turn, consultation, { card }));
}
