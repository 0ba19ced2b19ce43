import { expect, test } from 'vitest';
import { bookedEvent } from '../events/booked-event.ts';
import { createCalendar } from '../regulation/calendar.ts';
import { moscowTime } from '../regulation/time.ts';
import { dueByOfMovePreview } from './events.ts';
import { idleState, reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

const at = (time: string, date = '2026-11-24') => moscowTime(date, time);
const booking = { id: 'e1', by: 'Ольга', source: 'by-hand', user: { name: 'Ольга', number: '+79161234567' } } as const;
const event = bookedEvent({ ...booking, at: TEN_O_CLOCK }, createCalendar());
const state = idleState({ events: [event] });

test('4.2: a time before due-by leaves it, a later one moves it to the closing of its day', () => {
  expect(dueByOfMovePreview(state, TEN_O_CLOCK, 'e1', at('15:00'))).toEqual({
    ok: true,
    value: { dueBy: at('18:00'), rule: 'unchanged', preferToday: false },
  });
  expect(dueByOfMovePreview(state, TEN_O_CLOCK, 'e1', at('10:00', '2026-11-26'))).toEqual({
    ok: true,
    value: { dueBy: at('18:00', '2026-11-26'), rule: 'wish', preferToday: false },
  });
});

test('an overdue event moved to today is due today, also in the last half hour', () => {
  const late = bookedEvent({ ...booking, at: at('10:00', '2026-11-23') }, createCalendar());
  const preview = dueByOfMovePreview(idleState({ events: [late] }), at('17:40'), 'e1', at('17:50'));
  expect(preview).toMatchObject({ value: { dueBy: at('18:00'), rule: 'wish' } });
});

test('what is shown is what the move sets', () => {
  const desk = reducerDesk({ events: [event] });
  const preferredAt = at('12:00', '2026-11-27');
  const preview = dueByOfMovePreview(desk.state, desk.now, 'e1', preferredAt);
  desk.happen({ kind: 'move-event', eventId: 'e1', preferredAt, reason: 'просил', postponed: false });
  expect(preview).toMatchObject({ value: { dueBy: desk.state.events[0]?.dueBy } });
});

test('outside hours and a closed event are refused', () => {
  expect(dueByOfMovePreview(state, TEN_O_CLOCK, 'e1', at('20:00'))).toEqual({
    ok: false,
    error: { code: 'outside-hours', details: { next: at('09:00', '2026-11-25') } },
  });
  expect(dueByOfMovePreview(state, TEN_O_CLOCK, 'e2', at('15:00'))).toMatchObject({ error: { code: 'no-event' } });
});
