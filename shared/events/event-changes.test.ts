import { expect, test } from 'vitest';
import type { CallbackEvent } from '../contract/events.ts';
import type { LineFact } from '../contract/link.ts';
import { createCalendar } from '../regulation/calendar.ts';
import { DEFAULT_ATTEMPT_POLICY } from '../regulation/attempts.ts';
import { moscowTime } from '../regulation/time.ts';
import { bookedEvent } from './booked-event.ts';
import { changeEvent, closedEvent, type EventFact } from './event-changes.ts';

const rules = { calendar: createCalendar(), attempts: DEFAULT_ATTEMPT_POLICY };
const at = moscowTime('2026-11-24', '12:00');
const closing = moscowTime('2026-11-24', '18:00');
const maria = { id: 'maria', name: 'Мария' };
const oleg = { id: 'oleg', name: 'Олег' };

const event = bookedEvent(
  {
    id: 'e1',
    at,
    by: 'Анна',
    source: 'booking-page',
    user: { name: 'Анна', number: '+79161234567', registrationNumber: '8102345' },
  },
  rules.calendar,
);

const change = (given: CallbackEvent, body: EventFact, by = maria, when = at) => {
  const fact: LineFact = { id: 'f', at: when, consultant: by, body };
  return changeEvent(given, fact, body, rules);
};
const changed = (...args: Parameters<typeof change>): CallbackEvent => {
  const result = change(...args);
  if (!result.ok) throw new Error(result.reason);
  return result.event;
};
const take: EventFact = { kind: 'event-taken', eventId: 'e1' };
const missed = (when: number): EventFact => ({
  kind: 'event-attempt',
  eventId: 'e1',
  attempt: { at: when, by: 'Мария', result: 'no-answer' },
});

test('4.2: one owner at a time; taking one’s own again changes nothing', () => {
  const taken = changed(event, take);
  expect(taken.owner).toEqual(maria);
  expect(taken.history).toMatchObject([{ what: 'booked' }, { what: 'taken', by: 'Мария' }]);
  expect(change(taken, take, oleg)).toEqual({ ok: false, reason: 'taken' });
  expect(changed(taken, take)).toBe(taken);
});

test('4.2: only the owner gives an event back', () => {
  const taken = changed(event, take);
  expect(change(taken, { kind: 'event-returned', eventId: 'e1' }, oleg)).toEqual({ ok: false, reason: 'not-owner' });
  expect(changed(taken, { kind: 'event-returned', eventId: 'e1' }).owner).toBeNull();
});

test('4.2: unanswered attempts bring it back after 5, then 15 minutes, and do not handle it', () => {
  const once = changed(event, missed(at));
  expect(once.nextAttemptAt).toBe(at + 5 * 60_000);
  const twice = changed(once, missed(at + 600_000));
  expect(twice.nextAttemptAt).toBe(at + 600_000 + 15 * 60_000);
  expect(twice.closed).toBeNull();
  const answered = changed(twice, {
    kind: 'event-attempt',
    eventId: 'e1',
    attempt: { at: at + 900_000, by: 'Мария', result: 'answered' },
  });
  expect(answered.nextAttemptAt).toBeNull();
});

test('4.2: a wish later than due-by moves it to that day’s closing, an earlier one leaves it', () => {
  const wish = (preferredAt: number): EventFact => ({
    kind: 'event-moved',
    eventId: 'e1',
    preferredAt,
    reason: 'просил',
  });
  const later = changed(event, wish(moscowTime('2026-11-26', '11:00')));
  expect(later.dueBy).toBe(moscowTime('2026-11-26', '18:00'));
  expect(later.history.at(-1)).toMatchObject({ what: 'moved', from: '2026-11-24T15:00:00.000Z', reason: 'просил' });
  expect(changed(event, wish(moscowTime('2026-11-24', '16:00'))).dueBy).toBe(closing);
});

test('4.2: on time is the answer of the handling call, to the millisecond', () => {
  const close = (answeredAt: number): EventFact => ({
    kind: 'event-closed',
    eventId: 'e1',
    outcome: 'handled',
    clause: null,
    answeredAt,
  });
  expect(changed(event, close(closing), maria, closing + 600_000).closed).toMatchObject({ onTime: true });
  expect(changed(event, close(closing + 1), maria, closing + 600_000).closed).toMatchObject({ onTime: false });
  expect(closedEvent({ ...event, dueBy: null }, { at, by: 'x', outcome: 'handled' }).closed?.onTime).toBe(true);
});

test('4.2: «не дозвонились» needs attempts on three working days', () => {
  const giveUp: EventFact = { kind: 'event-closed', eventId: 'e1', outcome: 'gave-up', clause: null, answeredAt: null };
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => missed(moscowTime(date, '12:00')));
  const tried = days.reduce((sofar, body) => changed(sofar, body), event);
  const onSaturday = [...days.slice(0, 2), missed(moscowTime('2026-11-28', '12:00'))];
  const triedOnSaturday = onSaturday.reduce((sofar, body) => changed(sofar, body), event);
  expect(change(triedOnSaturday, giveUp)).toEqual({ ok: false, reason: 'too-early-to-give-up' });
  expect(change(changed(event, missed(at)), giveUp)).toEqual({ ok: false, reason: 'too-early-to-give-up' });
  expect(changed(tried, giveUp).closed?.outcome).toBe('gave-up');
});

test('no answer and a postponed call do not close an event, they free it', () => {
  const taken = changed(changed(event, take), missed(at));
  const back = changed(taken, {
    kind: 'event-closed',
    eventId: 'e1',
    outcome: 'no-answer',
    clause: null,
    answeredAt: null,
  });
  expect(back).toMatchObject({ closed: null, owner: null, nextAttemptAt: at + 5 * 60_000 });
});

test('2.6: criticality is confirmed with its reason; a closed event changes no more', () => {
  const confirmed = changed(event, {
    kind: 'event-criticality',
    eventId: 'e1',
    reason: 'касса стоит',
    confirmed: true,
  });
  expect(confirmed.criticality).toBe('confirmed');
  expect(confirmed.history.at(-1)).toMatchObject({ what: 'criticality', from: 'none', reason: 'касса стоит' });
  const closed = closedEvent(confirmed, { at, by: 'Мария', outcome: 'handled' });
  expect(change(closed, take)).toEqual({ ok: false, reason: 'closed' });
});

test('2.6: a user’s request that is not confirmed is none any more, with its reason', () => {
  const asked = { ...event, criticality: 'requested' as const };
  const decided = changed(asked, {
    kind: 'event-criticality',
    eventId: 'e1',
    reason: 'программа работает',
    confirmed: false,
  });
  expect(decided.criticality).toBe('none');
  expect(decided.history.at(-1)).toMatchObject({ from: 'requested', to: 'none', reason: 'программа работает' });
});

test('an attempt in a year without a calendar still comes back after the delay', () => {
  const late = moscowTime('2029-03-05', '12:00');
  expect(changed({ ...event, bookedAt: late, dueBy: null }, missed(late)).nextAttemptAt).toBe(late + 5 * 60_000);
});

test('«Отменить» brings back what was before one’s own last change, a closed event too, with a line of its own', () => {
  const taken = changed(event, take);
  const closed = changed(taken, {
    kind: 'event-closed',
    eventId: 'e1',
    outcome: 'handled',
    clause: null,
    answeredAt: at,
  });
  const undo: EventFact = { kind: 'event-undone', eventId: 'e1', before: taken, undoneAt: at };
  const back = changed(closed, undo, maria, at + 5_000);
  expect(back).toMatchObject({ closed: null, owner: maria });
  expect(back.history.map(({ what }) => what)).toEqual(['booked', 'taken', 'closed', 'undone']);
  expect(change(back, undo), 'twice').toEqual({ ok: false, reason: 'undo-late' });
  expect(change(closed, undo, oleg), 'somebody else’s').toEqual({ ok: false, reason: 'undo-late' });
  expect(change(closed, { ...undo, before: { ...taken, id: 'e2' } })).toEqual({ ok: false, reason: 'undo-late' });
});
