import { expect, test } from 'vitest';
import { reducerDesk } from './reducer-lab.ts';

test('a hidden number is nobody’s: no look-up, no event, no calling back', () => {
  const desk = reducerDesk();
  desk.ring('c1', '');
  expect(desk.effects.filter(({ kind }) => kind === 'look-up-caller')).toEqual([]);
  expect(desk.happen({ kind: 'decline-to-event', callId: 'c1' }).refusal?.code).toBe('number-hidden');
  expect(desk.state.events).toEqual([]);
  desk.ended('c1', 'cancelled');
  expect(desk.written('missed').map(({ missed }) => [missed.number, missed.reason])).toEqual([['', 'hung-up']]);
  const dial = desk.happen({ kind: 'dial', number: '', eventId: null, earlier: null, anew: false });
  expect(dial.refusal?.code).toBe('number-hidden');
});

test('a call another phone of ours declined is missed as declined, one it answered is not missed', () => {
  const desk = reducerDesk();
  desk.ring('c1');
  desk.ended('c1', 'declined');
  desk.ring('c2');
  desk.ended('c2', 'elsewhere');
  expect(desk.written('missed').map(({ missed }) => [missed.callId, missed.reason])).toEqual([['c1', 'declined']]);
  expect(desk.state.lastCallEnd).toMatchObject({ callId: 'c2', cause: 'elsewhere' });
});

test('a queue that rings each second while nobody is ready is one missed call a minute and a caller', () => {
  const desk = reducerDesk();
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  for (let second = 0; second < 120; second += 1) {
    desk.ring(`a${second}`, '+79161234567');
    if (second % 2 === 0) desk.ring(`b${second}`, '8 (916) 000-00-01');
    desk.pass(1_000);
  }
  expect(desk.orders().filter(({ kind }) => kind === 'decline')).toHaveLength(180);
  expect(desk.written('missed').map(({ missed }) => missed.callId)).toEqual(['a0', 'b0', 'a60', 'b60']);
  expect(desk.written('call')).toHaveLength(4);
  // Told again after a lost answer, none of them rings anew.
  desk.happen({ kind: 'set-availability', to: 'ready', reason: null });
  desk.ring('a119', '+79161234567');
  expect(desk.state.call).toBeNull();
});
