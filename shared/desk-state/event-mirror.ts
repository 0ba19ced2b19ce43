import type { CallbackEvent } from '../contract/events.ts';
import { changeEvent, type EventFact } from '../events/event-changes.ts';
import { DEFAULT_ATTEMPT_POLICY } from '../regulation/attempts.ts';
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
export function openEventOf(turn: Turn, eventId: string | null): CallbackEvent | undefined {
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

/** Whom an event is for, as a line of it says: the organisation, else the name, else the number. */
export const eventWho = ({ user }: CallbackEvent): string => user.organisation || user.name || user.number;
