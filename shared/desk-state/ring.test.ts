import { expect, test } from 'vitest';
import { createCalendar } from '../regulation/calendar.ts';
import { lineHours } from '../regulation/hours.ts';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

const MINUTE = 60_000;
const closing = lineHours(createCalendar(), TEN_O_CLOCK).until;

test('a second call is declined with 480 too when the consultant has made himself not ready', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c2');
  expect(desk.orders().at(-1)).toEqual({ kind: 'decline', callId: 'c2', sipCode: 480 });
  expect(desk.state.secondCall).toBeNull();
  expect(desk.written('missed').at(-1)?.missed.reason).toBe('not-ready');
});

test.each([
  ['work', null, 'closed'],
  ['training', 'c2', undefined],
] as const)('a second call after closing, in %s mode', (mode, second, reason) => {
  const desk = reducerDesk({ mode });
  desk.now = closing - MINUTE;
  desk.talk();
  desk.pass(2 * MINUTE);
  desk.ring('c2');
  expect(desk.state.secondCall?.id ?? null).toBe(second);
  expect(desk.written('missed').at(-1)?.missed.reason).toBe(reason);
});

test('of three the third is busy, also when the consultant is not ready', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ring('c2');
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c3');
  expect(desk.orders().at(-1)).toEqual({ kind: 'decline', callId: 'c3', sipCode: 486 });
});

test('a call that has waited past closing is not answered, but may become an event', () => {
  const desk = reducerDesk();
  desk.now = closing - 1_000;
  desk.ring();
  desk.pass(1_000);
  expect(desk.happen({ kind: 'answer', callId: 'c1' }).refusal?.code).toBe('line-closed');
  expect(desk.happen({ kind: 'decline-to-event', callId: 'c1' }).refusal).toBeNull();
  expect(desk.state.events).toHaveLength(1);
});

test('in training a call that has waited past closing is answered', () => {
  const desk = reducerDesk({ mode: 'training' });
  desk.now = closing - 1_000;
  desk.ring();
  desk.pass(1_000);
  expect(desk.happen({ kind: 'answer', callId: 'c1' }).refusal).toBeNull();
});
