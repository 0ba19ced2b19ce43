import type { CallbackEvent, EventAttempt, EventOutcome } from '../contract/events.ts';
import type { LineFact } from '../contract/link.ts';
import { NoCalendarError } from '../regulation/calendar.ts';
import { callbackDueByIfKnown, DEFAULT_ATTEMPT_POLICY, nextAttemptAt } from '../regulation/due-by.ts';
import type { Instant } from '../regulation/time.ts';
import { calendarOf } from './hours.ts';
import type { LineRules } from './state.ts';
import { tellLine, update, write, type Turn } from './turn.ts';

type Change = CallbackEvent['history'][number];

/** Puts an event into the desk's mirror, on disk too. */
export function putEvent(turn: Turn, event: CallbackEvent): void {
  const { events } = turn.state;
  const known = events.some(({ id }) => id === event.id);
  update(turn, { events: known ? events.map((one) => (one.id === event.id ? event : one)) : [...events, event] });
  write(turn, { kind: 'event', event });
}

/** An open event of the mirror. */
export function openEventOf(turn: Turn, eventId: string): CallbackEvent | undefined {
  return turn.state.events.find(({ id, closed }) => id === eventId && closed === null);
}

/**
 * Changes an event in the mirror at once and tells the line, whose version replaces the mirror's when it comes: the desk goes on while the
 * line is away.
 */
export function changeEvent(
  turn: Turn,
  event: CallbackEvent,
  change: { patch: Partial<CallbackEvent>; line: Pick<Change, 'what'> & Partial<Change>; body: LineFact['body'] },
): void {
  const { name } = turn.state.consultant;
  const line: Change = { at: turn.at, by: name, from: null, to: null, reason: null, ...change.line };
  putEvent(turn, { ...event, ...change.patch, history: [...event.history, line] });
  tellLine(turn, change.body);
}

/** 4.2: one owner at a time. Nothing happens when it is taken already. */
export function takeEvent(turn: Turn, event: CallbackEvent): void {
  const { consultant } = turn.state;
  if (event.owner !== null) return;
  changeEvent(turn, event, {
    patch: { owner: consultant },
    line: { what: 'taken', to: consultant.name },
    body: { kind: 'event-taken', eventId: event.id },
  });
}

/** 4.2: a try to reach the user, recorded by the program; an unanswered one comes back by the attempt policy. */
export function attemptOn(turn: Turn, eventId: string, at: Instant, result: EventAttempt['result']): void {
  const event = openEventOf(turn, eventId);
  if (event === undefined) return;
  const attempt: EventAttempt = { at, by: turn.state.consultant.name, result };
  const attempts = [...event.attempts, attempt];
  changeEvent(turn, event, {
    patch: { attempts, nextAttemptAt: comesBackAt(attempts, event.dueBy, turn.state.rules) },
    line: { what: 'attempt', to: result },
    body: { kind: 'event-attempt', eventId, attempt },
  });
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
  const body: LineFact['body'] = { kind: 'event-closed', eventId: event.id, outcome, clause, answeredAt };
  const by = turn.state.consultant.name;
  if (outcome === 'no-answer' || outcome === 'postponed') {
    const again = outcome === 'no-answer' ? comesBackAt(event.attempts, event.dueBy, turn.state.rules) : null;
    const line = { what: 'returned', from: event.owner?.name ?? null, to: outcome } as const;
    return changeEvent(turn, event, { patch: { owner: null, nextAttemptAt: again }, line, body });
  }
  const onTime = event.dueBy === null || (answeredAt ?? turn.at) <= event.dueBy;
  const closed = { at: turn.at, by, outcome, clause, onTime };
  changeEvent(turn, event, { patch: { closed, nextAttemptAt: null }, line: { what: 'closed', to: outcome }, body });
}

/** 4.2: a preferred time later than due-by moves it, as the user's wish; an earlier one leaves it alone. */
export function dueByOfMove(event: CallbackEvent, preferredAt: Instant, rules: LineRules): Instant | null {
  if (event.dueBy !== null && preferredAt <= event.dueBy) return event.dueBy;
  return callbackDueByIfKnown(calendarOf(rules), event.bookedAt, preferredAt).dueBy;
}

/** The instants of the attempts that reached nobody. */
export const unanswered = (attempts: readonly EventAttempt[]): Instant[] =>
  attempts.filter(({ result }) => result !== 'answered').map(({ at }) => at);

function comesBackAt(attempts: readonly EventAttempt[], dueBy: Instant | null, rules: LineRules): Instant | null {
  if (attempts.at(-1)?.result === 'answered') return null;
  const calendar = calendarOf(rules);
  try {
    return nextAttemptAt(DEFAULT_ATTEMPT_POLICY, unanswered(attempts), dueBy, calendar);
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return nextAttemptAt(DEFAULT_ATTEMPT_POLICY, unanswered(attempts), null, calendar);
  }
}
