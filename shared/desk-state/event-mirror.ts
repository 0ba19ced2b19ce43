import type { CallbackEvent, EventAttempt, EventOutcome } from '../contract/events.ts';
import { changeEvent, type EventFact } from '../events/event-changes.ts';
import { DEFAULT_ATTEMPT_POLICY } from '../regulation/attempts.ts';
import type { Instant } from '../regulation/time.ts';
import { calendarOf } from './hours.ts';
import { refuse, settleMissed, tellLine, update, write, type Turn } from './turn.ts';

/** Puts an event into the desk's mirror, on disk too. */
export function putEvent(turn: Turn, event: CallbackEvent): void {
  const { events } = turn.state;
  const known = events.some(({ id }) => id === event.id);
  update(turn, { events: known ? events.map((one) => (one.id === event.id ? event : one)) : [...events, event] });
  write(turn, { kind: 'event', event });
  // Whoever has an open event waits no longer among the missed.
  if (!known && event.closed === null) settleMissed(turn, event.user.number, 'event');
}

/** An open event of the mirror. */
export function openEventOf(turn: Turn, eventId: string): CallbackEvent | undefined {
  return turn.state.events.find(({ id, closed }) => id === eventId && closed === null);
}

/**
 * Applies a fact to the mirror at once and tells the line, whose version replaces the mirror's when it comes: the desk goes on while the line
 * is away. A fact the rules refuse is neither applied nor told: the reducer refuses with its reason.
 */
export function applyToMirror(turn: Turn, event: CallbackEvent, body: EventFact): void {
  const { consultant, rules } = turn.state;
  const eventRules = { calendar: calendarOf(rules), attempts: DEFAULT_ATTEMPT_POLICY };
  const change = changeEvent(event, { at: turn.at, consultant }, body, eventRules);
  if (!change.ok) return refuse(turn, change.reason);
  if (change.event === event) return;
  putEvent(turn, change.event);
  tellLine(turn, body);
}

/** 4.2: one owner at a time. Nothing happens when it is taken already. */
export function takeEvent(turn: Turn, event: CallbackEvent): void {
  if (event.owner === null) applyToMirror(turn, event, { kind: 'event-taken', eventId: event.id });
}

/** 4.2: a try to reach the user, recorded by the program; an unanswered one comes back by the attempt policy. */
export function attemptOn(turn: Turn, eventId: string, at: Instant, result: EventAttempt['result']): void {
  const event = openEventOf(turn, eventId);
  if (event === undefined) return;
  const attempt: EventAttempt = { at, by: turn.state.consultant.name, result };
  applyToMirror(turn, event, { kind: 'event-attempt', eventId, attempt });
}

/** 4.2: the event was handled by a call answered at this instant. */
export function closeAsHandled(turn: Turn, eventId: string, answeredAt: Instant | null): void {
  const event = openEventOf(turn, eventId);
  if (event !== undefined) closeEventAs(turn, event, 'handled', null, answeredAt);
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
