import { expect, test } from 'vitest';
import type { CallbackEvent } from '../contract/events.ts';
import { bookedEvent } from '../events/booked-event.ts';
import { createCalendar } from '../regulation/calendar.ts';
import { MINUTE_MS } from '../regulation/time.ts';
import { askedEventOf } from './events.ts';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';

type Desk = ReturnType<typeof reducerDesk>;
const calendar = createCalendar();
const ANNA = '+79161234567';
const ME = { id: 'petrova', name: 'Петрова Анна' };

const booked = (id: string, over: Partial<CallbackEvent> = {}, number = ANNA): CallbackEvent => ({
  ...bookedEvent(
    { id, at: TEN_O_CLOCK - 60 * MINUTE_MS, by: 'Старший', source: 'by-hand', user: { name: 'Анна', number } },
    calendar,
  ),
  ...over,
});
const eventOf = (desk: Desk, id = 'e1') => desk.state.events.find((event) => event.id === id) ?? expect.fail();
const undo = (desk: Desk) => desk.happen({ kind: 'undo', id: desk.state.undo?.id ?? '' });
const dialFor = (desk: Desk, eventId: string | null, number = ANNA): string => {
  desk.happen({ kind: 'dial', number, eventId, earlier: null, anew: false });
  return desk.state.call?.id ?? expect.fail();
};
const close = (desk: Desk, consultationId: string) => {
  const patch = { closing: 'not-held', notHeldReason: 'cut-off' } as const;
  desk.happen({ kind: 'edit-card', consultationId, patch, record: null });
  desk.happen({ kind: 'close-consultation', consultationId });
};

test('«Не готов после этого звонка»: the state changes once the wrap-up is over, and its clock starts then', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'set-after-call', afterCall: { reason: 'lunch' } });
  desk.pass(MINUTE_MS);
  desk.ended();
  expect(desk.state.availability).toMatchObject({ kind: 'ready' });
  desk.pass(MINUTE_MS);
  close(desk, 'c1');
  expect(desk.state.availability).toEqual({ kind: 'not-ready', reason: 'lunch', since: desk.now });
  expect(desk.state.afterCall, 'once').toBeNull();
  expect(desk.written('remembered').at(-1)?.what).toEqual({
    availability: { kind: 'not-ready', reason: 'lunch', since: desk.now },
  });
});

test('it also comes true when the wrap-up runs out, and is taken back by hand or by another word', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'set-after-call', afterCall: { reason: 'break' } });
  desk.ended();
  desk.pass(3 * MINUTE_MS);
  expect(desk.state.consultation).toBeNull();
  expect(desk.state.availability).toMatchObject({ kind: 'not-ready', reason: 'break', since: desk.now });

  const other = reducerDesk();
  expect(other.happen({ kind: 'set-after-call', afterCall: { reason: 'lunch' } }).refusal?.code).toBe('no-call');
  other.talk();
  expect(other.happen({ kind: 'set-after-call', afterCall: { reason: 'golf' } }).refusal?.code).toBe('unknown-reason');
  other.happen({ kind: 'set-after-call', afterCall: { reason: 'lunch' } });
  other.happen({ kind: 'set-after-call', afterCall: null });
  other.ended();
  close(other, 'c1');
  expect(other.state.availability.kind).toBe('ready');
});

test('4.2: whoever takes an event is not ready for calls; undone, everything is as it was', () => {
  const desk = reducerDesk({ events: [booked('e1')] });
  desk.happen({ kind: 'take-event', eventId: 'e1' });
  expect(eventOf(desk).owner).toEqual(ME);
  expect(desk.state.availability).toMatchObject({ kind: 'not-ready', reason: 'events' });
  expect(desk.state.undo).toMatchObject({ what: 'taken', who: 'Анна', until: desk.now + 10_000 });
  desk.pass(9_999);
  undo(desk);
  expect(eventOf(desk)).toMatchObject({ owner: null });
  expect(eventOf(desk).history.map(({ what }) => what)).toEqual(['booked', 'taken', 'undone']);
  expect(desk.state.availability.kind).toBe('ready');
  expect(desk.written('fact').map(({ body }) => body.kind)).toEqual(['event-taken', 'event-undone']);
  expect(desk.state.undo).toBeNull();
});

test('undo gives back what was returned, moved, or closed with a result', () => {
  const own = { owner: ME };
  const desk = reducerDesk({ events: [booked('e1', own)] });
  const { dueBy } = eventOf(desk);
  desk.happen({ kind: 'return-event', eventId: 'e1' });
  undo(desk);
  expect(eventOf(desk).owner).toEqual(ME);
  desk.now += MINUTE_MS;
  const tomorrow = desk.now + 24 * 60 * MINUTE_MS;
  desk.happen({ kind: 'move-event', eventId: 'e1', preferredAt: tomorrow, reason: 'завтра', postponed: false });
  expect(eventOf(desk).dueBy).not.toBe(dueBy);
  undo(desk);
  expect(eventOf(desk)).toMatchObject({ dueBy, preferredAt: null });
  desk.now += MINUTE_MS;
  desk.happen({ kind: 'close-event', eventId: 'e1', outcome: 'wrong-number', clause: null });
  expect(eventOf(desk).closed).not.toBeNull();
  undo(desk);
  expect(eventOf(desk)).toMatchObject({ closed: null, ...own });
});

test('«Перенесено по желанию» is one action: moved and given back together, and taken back together', () => {
  const desk = reducerDesk({ events: [booked('e1', { owner: ME })] });
  const before = eventOf(desk);
  const preferredAt = desk.now + 24 * 60 * MINUTE_MS;
  desk.happen({ kind: 'move-event', eventId: 'e1', preferredAt, reason: 'просит', postponed: true });
  expect(eventOf(desk)).toMatchObject({ owner: null, preferredAt, closed: null });
  expect(eventOf(desk).dueBy).not.toBe(before.dueBy);
  expect(eventOf(desk).history.slice(1)).toMatchObject([{ what: 'moved' }, { what: 'returned', to: 'postponed' }]);
  expect(desk.state.undo).toMatchObject({ what: 'outcome', who: 'Анна' });
  undo(desk);
  expect(eventOf(desk)).toMatchObject({ owner: ME, preferredAt: null, dueBy: before.dueBy });
  expect(desk.written('fact').map(({ body }) => body.kind)).toEqual(['event-moved', 'event-closed', 'event-undone']);
});

test('undo comes too late after ten seconds, and never over somebody else’s change', () => {
  const desk = reducerDesk({ events: [booked('e1', { owner: ME })] });
  desk.happen({ kind: 'return-event', eventId: 'e1' });
  const { id } = desk.state.undo ?? expect.fail();
  const others = { ...eventOf(desk), owner: { id: 'orlov', name: 'Орлов' } };
  const taken = { at: desk.now, by: 'Орлов', what: 'taken' as const, from: null, to: 'Орлов', reason: null };
  desk.happen({ kind: 'events', events: [{ ...others, history: [...others.history, taken] }], whole: false, keep: [] });
  expect(undo(desk).refusal?.code).toBe('undo-late');
  expect(eventOf(desk).owner?.id).toBe('orlov');
  desk.pass(10_000);
  expect(desk.happen({ kind: 'undo', id }).refusal?.code).toBe('undo-late');
});

test('«Автоответчик»: the call ends, an attempt is recorded and comes back, nothing is left to wrap up; undone, it never was', () => {
  const desk = reducerDesk({ events: [booked('e1')] });
  const id = dialFor(desk, 'e1');
  expect(desk.happen({ kind: 'answering-machine', consultationId: id }).refusal?.code, 'nobody answered').toBe(
    'wrong-phase',
  );
  desk.answered(id);
  desk.pass(8_000);
  desk.happen({ kind: 'answering-machine', consultationId: id });
  expect(desk.orders().at(-1)).toEqual({ kind: 'hang-up', callId: id, reason: 'consultant' });
  desk.ended(id, 'local');
  expect(desk.state.consultation).toBeNull();
  expect(eventOf(desk)).toMatchObject({
    attempts: [{ result: 'answering-machine', by: ME.name }],
    nextAttemptAt: desk.now + 5 * MINUTE_MS,
  });
  undo(desk);
  expect(eventOf(desk)).toMatchObject({ attempts: [], owner: ME });
});

test('4.1: «Пользователь у телефона» comes true by itself two minutes after the answer', () => {
  const desk = reducerDesk();
  const id = dialFor(desk, null);
  desk.answered(id);
  const answeredAt = desk.now;
  desk.pass(2 * MINUTE_MS - 1);
  expect(desk.state.consultation).toMatchObject({ phase: 'waiting', clock: null });
  desk.pass(1);
  expect(desk.state.consultation).toMatchObject({ phase: 'talking', clock: { startedAt: answeredAt + 2 * MINUTE_MS } });
});

test('an open event of the caller is asked about once, at wrap-up, and closed by this very call', () => {
  const desk = reducerDesk({
    events: [
      booked('theirs', { owner: { id: 'orlov', name: 'Орлов' } }),
      booked('e1'),
      booked('other', {}, '+74957771020'),
    ],
  });
  const asked = () => desk.state.consultation && askedEventOf(desk.state, desk.state.consultation);
  desk.talk();
  expect(asked(), 'not while one talks').toBeNull();
  desk.pass(MINUTE_MS);
  desk.ended();
  expect(asked()?.id).toBe('e1');
  desk.happen({ kind: 'settle-asked-event', consultationId: 'c1', eventId: 'e1', close: true });
  expect(eventOf(desk).closed).toMatchObject({ outcome: 'handled', onTime: true });
  expect(asked()).toBeNull();
  undo(desk);
  expect(eventOf(desk).closed).toBeNull();
  expect(asked(), 'asked once').toBeNull();
});

test('not about the event that was dialled for, nor one booked in this conversation, nor after «нет»', () => {
  const desk = reducerDesk({ events: [booked('e1')] });
  const id = dialFor(desk, 'e1');
  desk.answered(id);
  desk.happen({ kind: 'user-on-line', consultationId: id });
  desk.ended(id);
  expect(askedEventOf(desk.state, desk.state.consultation ?? expect.fail())).toBeNull();
  close(desk, id);

  desk.now += 60 * MINUTE_MS;
  const again = reducerDesk({ events: [booked('e1')] });
  again.talk();
  again.ended();
  again.happen({ kind: 'settle-asked-event', consultationId: 'c1', eventId: 'e1', close: false });
  expect(eventOf(again).closed).toBeNull();
  expect(askedEventOf(again.state, again.state.consultation ?? expect.fail())).toBeNull();
});

test('the outgoing prefix is dialled and not shown; the extension waits for «Донабрать»', () => {
  const desk = reducerDesk({ prefix: '9' });
  const id = dialFor(desk, null, '8 (831) 222-33-44 доб. 105');
  expect(desk.orders().at(-1)).toEqual({ kind: 'dial', callId: id, number: '988312223344' });
  expect(desk.state.call?.number).toMatchObject({ e164: '+78312223344', extension: '105' });
  desk.ended(id, 'busy');
  desk.ring('c2', '989161234567');
  expect(desk.state.call?.number).toEqual({ raw: '89161234567', e164: ANNA, extension: null });
});

test('a shift begins with its check or without, and its end holds nobody', () => {
  const desk = reducerDesk({ events: [booked('e1', { owner: ME }), booked('e2', { owner: ME }), booked('e3')] });
  const check = { microphone: 'heard', ear: 'heard', ring: 'not-heard' } as const;
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.happen({ kind: 'start-shift', check });
  const startedAt = desk.now;
  expect(desk.state.shift).toEqual({
    startedAt,
    endedAt: null,
    skippedCheck: false,
    check: { ...check, at: startedAt },
  });
  expect(desk.state.availability.kind).toBe('ready');
  desk.pass(MINUTE_MS);
  desk.happen({ kind: 'return-own-events' });
  expect(desk.state.events.filter(({ owner }) => owner !== null)).toEqual([]);
  expect(desk.state.undo).toMatchObject({ what: 'all-returned', who: '2' });
  undo(desk);
  expect(desk.state.events.filter(({ owner }) => owner !== null)).toHaveLength(2);
  desk.talk();
  desk.happen({ kind: 'end-shift' });
  expect(desk.state.shift.endedAt, 'also in a call').toBe(desk.now);
  expect(desk.state.availability).toMatchObject({ kind: 'not-ready', reason: null });
  desk.ended();
  close(desk, 'c1');
  desk.pass(MINUTE_MS);
  desk.happen({ kind: 'start-shift', check: null });
  expect(desk.state.shift).toMatchObject({ skippedCheck: true, check: { at: startedAt } });
});

test('whoever takes up work after the end of the shift is on shift again', () => {
  for (const input of [
    { kind: 'set-availability', to: 'ready', reason: null },
    { kind: 'take-event', eventId: 'e1' },
  ] as const) {
    const desk = reducerDesk({ events: [booked('e1')] });
    desk.happen({ kind: 'start-shift', check: null });
    desk.happen({ kind: 'end-shift' });
    desk.happen(input);
    expect(desk.state.shift.endedAt).toBeNull();
  }
});
