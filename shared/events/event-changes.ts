import type { CallbackEvent } from '../contract/events.ts';
import type { LineFact } from '../contract/link.ts';
import { mayCloseAsUnreached, nextAttemptAt, type AttemptPolicy } from '../regulation/attempts.ts';
import { NoCalendarError, type WorkingCalendar } from '../regulation/calendar.ts';
import { callbackDueByIfKnown } from '../regulation/due-by.ts';
import type { Instant } from '../regulation/time.ts';

/** What the life of an event depends on: the working calendar in force and the attempt policy. */
export type EventRules = { readonly calendar: WorkingCalendar; readonly attempts: AttemptPolicy };

/** A change of one event: what it has become, or why it was refused. A refusal changes nothing; the desk is told the truth instead. */
export type EventChange =
  | { ok: true; event: CallbackEvent }
  | { ok: false; reason: 'unknown' | 'closed' | 'taken' | 'not-owner' | 'too-early-to-give-up' | 'undo-late' };

type HistoryLine = CallbackEvent['history'][number];
type Body = LineFact['body'];
/** What may happen to an event that exists. */
export type EventFact = Extract<Body, { eventId: string }>;

/** When a fact happened, and at whose desk. */
export type FactOrigin = Pick<LineFact, 'at' | 'consultant'>;

/** A line of the history, with what was not said left empty. */
export const historyLine = (line: Pick<HistoryLine, 'at' | 'by' | 'what'> & Partial<HistoryLine>): HistoryLine => ({
  from: null,
  to: null,
  reason: null,
  ...line,
});

/** An instant as a history keeps it: ISO 8601, UTC; null stays null. */
export const written = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * 4.2: one fact of a desk applied to its event; the desk's mirror and the line both apply it by this function, so that they agree. Nothing is changed without a line of history; a closed event changes no more; one owner
 * at a time: a take of an event somebody else has is refused.
 */
export function changeEvent(
  event: CallbackEvent,
  { at, consultant }: FactOrigin,
  body: EventFact,
  rules: EventRules,
): EventChange {
  if (body.kind === 'event-undone') return takenBack(event, { at, consultant }, body);
  if (event.closed !== null) return { ok: false, reason: 'closed' };
  const change = (
    changed: Partial<CallbackEvent>,
    line: Omit<Partial<HistoryLine>, 'what'> & Pick<HistoryLine, 'what'>,
  ) => withLine({ ...event, ...changed }, historyLine({ at, by: consultant.name, ...line }));

  switch (body.kind) {
    case 'event-taken':
      if (event.owner !== null && event.owner.id !== consultant.id) return { ok: false, reason: 'taken' };
      if (event.owner !== null) return { ok: true, event };
      return change({ owner: consultant }, { what: 'taken', to: consultant.name });
    case 'event-returned':
      if (event.owner?.id !== consultant.id) return { ok: false, reason: 'not-owner' };
      return change({ owner: null }, { what: 'returned', from: consultant.name });
    case 'event-attempt': {
      const attempts = [...event.attempts, body.attempt];
      return change(
        { attempts, nextAttemptAt: comesBackAt(attempts, event.dueBy, rules) },
        { what: 'attempt', to: body.attempt.result },
      );
    }
    case 'event-moved': {
      const { preferredAt, reason } = body;
      const dueBy = dueByOfMove(event, preferredAt, rules);
      return change(
        { preferredAt, dueBy, preferToday: false, nextAttemptAt: null },
        { what: 'moved', from: written(event.dueBy), to: written(dueBy), reason },
      );
    }
    case 'event-criticality': {
      const criticality = body.confirmed ? 'confirmed' : 'none';
      return change(
        { criticality },
        { what: 'criticality', from: event.criticality, to: criticality, reason: body.reason },
      );
    }
    case 'event-closed':
      return closeByFact(event, { at, consultant }, body, rules);
  }
}

/** Closes an event: the outcome, and whether the call that handled it was answered in time (4.2). */
export function closedEvent(
  event: CallbackEvent,
  close: {
    at: Instant;
    by: string;
    outcome: NonNullable<CallbackEvent['closed']>['outcome'];
    clause?: string | null;
    answeredAt?: Instant | null;
    reason?: string;
  },
): CallbackEvent {
  const { at, by, outcome, clause = null, answeredAt = null, reason = null } = close;
  const onTime = event.dueBy === null || (answeredAt ?? at) <= event.dueBy;
  return appendLine(
    { ...event, nextAttemptAt: null, closed: { at, by, outcome, clause, onTime } },
    historyLine({ at, by, what: 'closed', to: outcome, reason }),
  );
}

/** Adds a line to the history. */
export function appendLine(event: CallbackEvent, line: HistoryLine): CallbackEvent {
  return { ...event, history: [...event.history, line] };
}

const withLine = (event: CallbackEvent, line: HistoryLine): EventChange => ({
  ok: true,
  event: appendLine(event, line),
});

/**
 * «Отменить»: the event as it was before the consultant's own last change of it, with a line that says so. Not after anybody, the line
 * included, has changed it again.
 */
function takenBack(
  event: CallbackEvent,
  { at, consultant }: FactOrigin,
  { before, undoneAt }: Extract<Body, { kind: 'event-undone' }>,
): EventChange {
  const last = event.history.at(-1);
  if (last?.at !== undoneAt || last.by !== consultant.name || before.id !== event.id) {
    return { ok: false, reason: 'undo-late' };
  }
  const { owner, attempts, nextAttemptAt, preferredAt, dueBy, preferToday, criticality, closed } = before;
  return withLine(
    { ...event, owner, attempts, nextAttemptAt, preferredAt, dueBy, preferToday, criticality, closed },
    historyLine({ at, by: consultant.name, what: 'undone', to: last.what }),
  );
}

function closeByFact(
  event: CallbackEvent,
  { at, consultant }: FactOrigin,
  { outcome, clause, answeredAt }: Extract<Body, { kind: 'event-closed' }>,
  rules: EventRules,
): EventChange {
  // Neither closes an event: it comes back by the attempt policy, or waits for the wish that moved it.
  if (outcome === 'no-answer' || outcome === 'postponed') {
    const nextAttempt = outcome === 'no-answer' ? comesBackAt(event.attempts, event.dueBy, rules) : null;
    return withLine(
      { ...event, owner: null, nextAttemptAt: nextAttempt },
      historyLine({ at, by: consultant.name, what: 'returned', from: event.owner?.name ?? null, to: outcome }),
    );
  }
  if (outcome === 'gave-up' && !mayCloseAsUnreached(unanswered(event.attempts), rules.calendar)) {
    return { ok: false, reason: 'too-early-to-give-up' };
  }
  return { ok: true, event: closedEvent(event, { at, by: consultant.name, outcome, clause, answeredAt }) };
}

/**
 * 4.2: a preferred time later than due-by moves it to the closing of that working day, as the user's wish; an earlier one leaves it alone.
 * Without calendar data for that day the event is kept without due-by.
 */
export function dueByOfMove(
  event: CallbackEvent,
  preferredAt: Instant,
  { calendar }: Pick<EventRules, 'calendar'>,
): Instant | null {
  if (event.dueBy !== null && preferredAt <= event.dueBy) return event.dueBy;
  return callbackDueByIfKnown(calendar, event.bookedAt, preferredAt).dueBy;
}

function comesBackAt(attempts: CallbackEvent['attempts'], dueBy: Instant | null, rules: EventRules): Instant | null {
  if (attempts.at(-1)?.result === 'answered') return null;
  const instants = unanswered(attempts);
  try {
    return nextAttemptAt(rules.attempts, instants, dueBy, rules.calendar);
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return nextAttemptAt(rules.attempts, instants, null, rules.calendar);
  }
}

const unanswered = (attempts: CallbackEvent['attempts']): Instant[] =>
  attempts.filter(({ result }) => result !== 'answered').map(({ at }) => at);
