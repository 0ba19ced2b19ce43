import type { CallbackEvent, EventAttempt, EventOutcome } from '../contract/events.ts';
import type { Instant } from '../regulation/time.ts';
import { setAvailability } from './availability.ts';
import { applyToMirror, eventWho, openEventOf } from './event-mirror.ts';
import { resumeShift } from './shift.ts';
import type { Turn } from './turn.ts';
import { undoable } from './undo.ts';

/** 4.2: one owner at a time. Nothing happens when it is taken already. Whoever works on an event is not ready for calls. */
export function takeEvent(turn: Turn, event: CallbackEvent): void {
  if (event.owner !== null) return;
  undoable(turn, { what: 'taken', who: eventWho(event) }, [event.id], () => {
    applyToMirror(turn, event, { kind: 'event-taken', eventId: event.id });
    if (turn.refusal !== null) return;
    resumeShift(turn);
    if (turn.state.availability.kind === 'ready') setAvailability(turn, 'not-ready', 'events');
  });
}

/** 4.2: a try to reach the user, recorded by the program; an unanswered one comes back by the attempt policy. */
export function attemptOn(turn: Turn, eventId: string, at: Instant, result: EventAttempt['result']): void {
  const event = openEventOf(turn, eventId);
  if (event === undefined) return;
  const attempt: EventAttempt = { at, by: turn.state.consultant.name, result };
  const record = () => applyToMirror(turn, event, { kind: 'event-attempt', eventId, attempt });
  if (result === 'answered') record();
  else undoable(turn, { what: 'attempt', who: eventWho(event) }, [eventId], record);
}

/** 4.2: the event was handled by a call answered at this instant. */
export function closeAsHandled(turn: Turn, eventId: string, answeredAt: Instant | null): void {
  const event = openEventOf(turn, eventId);
  if (event === undefined) return;
  undoable(turn, { what: 'handled', who: eventWho(event) }, [eventId], () =>
    closeEventAs(turn, event, 'handled', null, answeredAt),
  );
}

/** 4.2: closes an event, or, with an outcome that does not, gives it back to the queue. */
export function closeEventAs(
  turn: Turn,
  event: CallbackEvent,
  outcome: EventOutcome,
  clause: string | null,
  answeredAt: Instant | null,
): void {
  applyToMirror(turn, event, { kind: 'event-closed', eventId: event.id, outcome, clause, answeredAt });
}
