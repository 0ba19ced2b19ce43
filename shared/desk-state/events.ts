import { fail, ok, type Failure, type Outcome } from '../contract/base.ts';
import type { CallbackEvent, EventDraft, EventOutcome } from '../contract/events.ts';
import { NoCalendarError } from '../regulation/calendar.ts';
import { callbackDueByIfKnown, checkPreferredTime, type DueBy, type NoDueBy } from '../regulation/due-by.ts';
import { parsePhone } from '../regulation/phone-number.ts';
import type { Instant } from '../regulation/time.ts';
import { bookedEvent } from '../events/booked-event.ts';
import { dueByOfMove } from '../events/event-changes.ts';
import { closeAsHandled, closeEventAs, takeEvent } from './event-attempts.ts';
import { applyToMirror, eventWho, openEventOf, putEvent } from './event-mirror.ts';
import { calendarOf } from './hours.ts';
import type { IntentInput } from './inputs.ts';
import { saidReason, type ConsultationRecord } from './record.ts';
import type { Call, Consultation, DeskState, LineRules } from './state.ts';
import { changeConsultation, changeRecord, refuse, story, tellLine, update, type Turn } from './turn.ts';
import { undoable } from './undo.ts';

/**
 * 4.2: books an event from the form; what it leaves out of the identification comes from the consultation's card. The form may outlive the
 * wrap-up: the event is its consultation's all the same.
 * @param record the consultation as the journal has it, where it is not at the workplace
 */
export function bookEvent(
  turn: Turn,
  draft: EventDraft,
  consultationId: string | null,
  record: ConsultationRecord | null,
): void {
  const { consultation } = turn.state;
  const present = consultation?.id === consultationId ? consultation : record;
  const from = consultationId === null ? null : present;
  if (consultationId !== null && from === null) return refuse(turn, 'no-consultation');
  const user = from === null ? draft.user : filledFromCard(draft.user, from);
  if (user.number.trim() === '') return refuse(turn, 'no-number');
  if (!preferredTimeIsPossible(turn, draft.preferredAt)) return;
  const source = from === null ? 'by-hand' : from.endedAt === null ? 'consultation' : 'wrap-up';
  book(turn, { ...draft, user, topic: draft.topic ?? from?.card.topic ?? null }, source, from);
  const reason = saidReason(from?.said ?? []);
  if (reason !== null) confirmCriticality(turn, turn.fresh.eventId, reason, true);
}

/**
 * 4.2: an event for a caller who cannot be answered, in one action: his number and the name he is shown by. Who he may be is never picked by
 * the program (2.3).
 */
export function bookForCaller(turn: Turn, call: Call, source: 'second-call' | 'ringing'): void {
  const user = {
    name: call.displayName,
    number: call.number.raw,
    registrationNumber: '',
    organisation: '',
    configuration: '',
    city: '',
  };
  const draft = {
    user,
    topic: null,
    comment: '',
    criticality: 'none' as const,
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  const current = source === 'second-call' ? turn.state.consultation : null;
  book(turn, draft, source, null);
  if (current !== null) story(turn, current.id, 'event-booked', call.number.raw);
}

/** The consultant takes an open event that is nobody's. */
export function take(turn: Turn, eventId: string): void {
  const event = eventToChange(turn, eventId);
  if (event !== null) takeEvent(turn, event);
}

/** «Вернуть в очередь»: one's own event only. */
export function giveBack(turn: Turn, eventId: string): void {
  const event = eventToChange(turn, eventId);
  if (event === null || event.owner === null) return;
  undoable(turn, { what: 'returned', who: eventWho(event) }, [eventId], () =>
    applyToMirror(turn, event, { kind: 'event-returned', eventId }),
  );
}

/**
 * 4.2: moved to a time the user prefers, with a reason. One outside hours is refused with the next possible one. `postponed`: the user was
 * reached and asked for it, so that it is given back too; both are one action, and are taken back as one.
 */
export function move(
  turn: Turn,
  { eventId, preferredAt, reason, postponed }: Omit<Extract<IntentInput, { kind: 'move-event' }>, 'kind'>,
): void {
  const event = eventToChange(turn, eventId);
  if (event === null || !preferredTimeIsPossible(turn, preferredAt)) return;
  undoable(turn, { what: postponed ? 'outcome' : 'moved', who: eventWho(event) }, [eventId], () => {
    applyToMirror(turn, event, { kind: 'event-moved', eventId, preferredAt, reason });
    const moved = postponed ? openEventOf(turn, eventId) : undefined;
    if (moved !== undefined) closeEventAs(turn, moved, 'postponed', null, null);
  });
  settle(turn, eventId);
}

/**
 * 2.6: high criticality confirmed, with a reason: the logged jump of the order; or a user's request for it not confirmed. Anybody on the line
 * may. What was decided already stays.
 */
export function confirmCriticality(turn: Turn, eventId: string, reason: string, confirmed: boolean): void {
  const event = openEventOf(turn, eventId);
  if (event === undefined) return refuse(turn, 'no-event');
  if (event.criticality === 'confirmed' || (!confirmed && event.criticality === 'none')) return;
  applyToMirror(turn, event, { kind: 'event-criticality', eventId, reason, confirmed });
}

/**
 * 4.2: «Результат» of an event. In time goes by the answer of the call that handled it: the one at the workplace if it was dialled for the
 * event, else the last attempt that was answered.
 */
export function closeEvent(turn: Turn, eventId: string, outcome: EventOutcome, clause: string | null): void {
  const event = eventToChange(turn, eventId);
  if (event === null) return;
  if (outcome === 'joined') return refuse(turn, 'not-a-choice');
  if (outcome === 'refused-by-clause' && (clause ?? '').trim() === '') return refuse(turn, 'no-clause');
  const { consultation } = turn.state;
  const atWorkplace = consultation?.eventId === eventId ? consultation.callAnsweredAt : null;
  const lastAnswered = event.attempts.filter(({ result }) => result === 'answered').at(-1)?.at ?? null;
  undoable(turn, { what: 'outcome', who: eventWho(event) }, [eventId], () =>
    closeEventAs(turn, event, outcome, clause, atWorkplace ?? lastAnswered),
  );
  settle(turn, eventId);
}

/** Events the line pushed take the place of the mirror's. `whole`: what is not among them is gone, unless the line cannot know it yet. */
export function eventsKnown(turn: Turn, push: { events: CallbackEvent[]; whole: boolean; keep: string[] }): void {
  if (push.whole) {
    const staying = new Set([...push.events.map(({ id }) => id), ...push.keep]);
    const gone = turn.state.events.filter(({ id }) => !staying.has(id));
    update(turn, { events: turn.state.events.filter(({ id }) => staying.has(id)) });
    gone.forEach(({ id }) => turn.effects.push({ kind: 'write', write: { kind: 'forget-event', id } }));
  }
  push.events.forEach((event) => putEvent(turn, event));
}

/**
 * 4.2: what the booking form shows before saving: until when the event would be due, by which rule. A preferred time outside hours fails with
 * the next possible one.
 */
export function dueByPreview(
  rules: LineRules,
  now: Instant,
  preferredAt: Instant | null,
): Outcome<Pick<DueBy | NoDueBy, 'dueBy' | 'rule' | 'preferToday'>> {
  const refusal = preferredTimeRefusal(rules, now, preferredAt);
  if (refusal !== null) return { ok: false, error: refusal };
  const { dueBy, rule, preferToday } = callbackDueByIfKnown(calendarOf(rules), now, preferredAt ?? undefined);
  return ok({ dueBy, rule, preferToday });
}

/**
 * 4.2: what the form of a move shows before saving: the due-by that will hold, as `move` will set it. A preferred time outside hours fails
 * with the next possible one; fails with `no-event` when the event is not open any more.
 */
export function dueByOfMovePreview(
  { rules, events }: Pick<DeskState, 'rules' | 'events'>,
  now: Instant,
  eventId: string,
  preferredAt: Instant | null,
): Outcome<{ dueBy: Instant | null; rule: (DueBy | NoDueBy)['rule'] | 'unchanged'; preferToday: boolean }> {
  const refusal = preferredTimeRefusal(rules, now, preferredAt);
  if (refusal !== null) return { ok: false, error: refusal };
  const event = events.find(({ id, closed }) => id === eventId && closed === null);
  if (event === undefined) return fail('no-event');
  const dueBy = preferredAt === null ? event.dueBy : dueByOfMove(event, preferredAt, { calendar: calendarOf(rules) });
  const rule = dueBy === null ? 'no-calendar' : dueBy === event.dueBy ? 'unchanged' : 'wish';
  return ok({ dueBy, rule, preferToday: false });
}

/**
 * At wrap-up an open event of the caller is asked about, once: «Закрыть событие этим звонком?» Not the one that was dialled for, nor one
 * booked in this very conversation, nor somebody else's.
 */
export function askedEventOf(state: DeskState, consultation: Consultation): CallbackEvent | null {
  const { phase, kind, clock, askedEventId, eventId, bookedEventIds, card, number } = consultation;
  const isHeld = kind === 'consultation' && clock !== null && card.closing !== 'not-held';
  if (phase !== 'wrap-up' || !isHeld || askedEventId !== null) return null;
  const others = state.events.filter(
    ({ id, owner }) =>
      id !== eventId && !bookedEventIds.includes(id) && (owner?.id ?? state.consultant.id) === state.consultant.id,
  );
  return openEventOfNumber({ events: others }, parsePhone(number));
}

/** The consultant's answer to it. Handled by this call: in time goes by its answer (4.2). */
export function settleAskedEvent(turn: Turn, consultationId: string, eventId: string, close: boolean): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  changeConsultation(turn, consultation, { askedEventId: eventId });
  if (!close) return;
  if (eventToChange(turn, eventId) !== null) closeAsHandled(turn, eventId, consultation.callAnsweredAt);
}

/** The open event of a number: E.164, else the text itself. The earliest due first. */
export function openEventOfNumber({ events }: Pick<DeskState, 'events'>, number: Call['number']): CallbackEvent | null {
  if (number.raw === '') return null;
  const matching = events.filter(
    ({ closed, user }) =>
      closed === null && (number.e164 === null ? user.number === number.raw : user.e164 === number.e164),
  );
  return [...matching].sort((a, b) => (a.dueBy ?? 0) - (b.dueBy ?? 0) || a.bookedAt - b.bookedAt)[0] ?? null;
}

function book(turn: Turn, draft: EventDraft, source: CallbackEvent['source'], from: ConsultationRecord | null): void {
  const { consultant, rules } = turn.state;
  const { mine, ...asked } = draft;
  const event = bookedEvent(
    {
      ...asked,
      id: turn.fresh.eventId,
      at: turn.at,
      by: consultant.name,
      source,
      owner: mine ? consultant : null,
      consultationId: from?.id ?? null,
    },
    calendarOf(rules),
  );
  putEvent(turn, event);
  tellLine(turn, { kind: 'event-booked', event });
  if (from === null) return;
  changeRecord(turn, from, { bookedEventIds: [...from.bookedEventIds, event.id] });
  story(turn, from.id, 'event-booked', event.user.number);
}

function filledFromCard(
  user: EventDraft['user'],
  { card, number, displayName }: ConsultationRecord,
): EventDraft['user'] {
  const first = (...texts: string[]) => texts.find((text) => text.trim() !== '') ?? '';
  return {
    name: first(user.name, card.contact, displayName),
    number: first(user.number, card.phone, number),
    registrationNumber: first(user.registrationNumber, card.registrationNumber),
    organisation: first(user.organisation, card.organisation),
    configuration: first(user.configuration, card.configuration),
    city: first(user.city, card.city),
  };
}

/** An open event that is nobody's or one's own; refuses otherwise. */
function eventToChange(turn: Turn, eventId: string): CallbackEvent | null {
  const event = openEventOf(turn, eventId);
  if (event === undefined) {
    refuse(turn, 'no-event');
    return null;
  }
  if (event.owner !== null && event.owner.id !== turn.state.consultant.id) {
    refuse(turn, 'taken', { owner: event.owner.name });
    return null;
  }
  return event;
}

/** 4.2: why a preferred time cannot be; null: it can. */
function preferredTimeRefusal(rules: LineRules, now: Instant, preferredAt: Instant | null): Failure | null {
  if (preferredAt === null) return null;
  try {
    const verdict = checkPreferredTime(calendarOf(rules), preferredAt, now);
    return verdict.ok ? null : { code: 'outside-hours', details: { next: verdict.next } };
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return { code: 'no-calendar', details: { year: error.year } };
  }
}

function preferredTimeIsPossible(turn: Turn, preferredAt: Instant | null): boolean {
  turn.refusal = preferredTimeRefusal(turn.state.rules, turn.at, preferredAt);
  return turn.refusal === null;
}

/** The consultant has decided about the event of the consultation at the workplace: closing it decides no more. */
function settle(turn: Turn, eventId: string): void {
  const { consultation } = turn.state;
  if (consultation?.eventId === eventId) changeConsultation(turn, consultation, { eventSettled: true });
}
