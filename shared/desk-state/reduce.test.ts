import { expect, test } from 'vitest';
import type { PhoneCall } from '../contract/phone.ts';
import type { CallbackEvent } from '../contract/events.ts';
import { bookedEvent } from '../events/booked-event.ts';
import { createCalendar } from '../regulation/calendar.ts';
import { reducerDesk, TEN_O_CLOCK } from './reducer-lab.ts';
import { activityOf } from './state.ts';

const MINUTE = 60_000;

const event = (over: Partial<CallbackEvent> = {}): CallbackEvent => ({
  ...bookedEvent(
    { id: 'e1', at: TEN_O_CLOCK, by: 'Ольга', source: 'booking-page', user: { name: 'Ольга', number: '+79161234567' } },
    createCalendar(),
  ),
  ...over,
});

test('a refusal changes nothing and does nothing', () => {
  const desk = reducerDesk();
  const before = desk.state;
  const step = desk.happen({ kind: 'answer', callId: 'nobody' });
  expect(step).toEqual({ state: before, effects: [], refusal: { code: 'no-call', details: {} } });
});

test.each([
  ['answer', () => ({ kind: 'answer', callId: 'c1' }) as const, 'wrong-phase'],
  ['decline', () => ({ kind: 'decline', callId: 'c1' }) as const, 'wrong-phase'],
  ['dial', () => ({ kind: 'dial', number: '102', eventId: null, earlier: null, anew: false }) as const, 'in-call'],
  ['close-consultation', () => ({ kind: 'close-consultation', consultationId: 'c1' }) as const, 'wrong-phase'],
  ['user-on-line', () => ({ kind: 'user-on-line', consultationId: 'c1' }) as const, 'wrong-phase'],
  [
    'edit-card',
    () => ({ kind: 'edit-card', consultationId: 'x', patch: {}, record: null }) as const,
    'no-consultation',
  ],
  ['take-event', () => ({ kind: 'take-event', eventId: 'x' }) as const, 'no-event'],
  ['set-availability', () => ({ kind: 'set-availability', to: 'not-ready', reason: 'x' }) as const, 'unknown-reason'],
] as const)('while talking, %s is refused with a code', (_name, intent, code) => {
  const desk = reducerDesk();
  desk.talk();
  expect(desk.state.consultation?.id).toBe('c1');
  expect(desk.happen(intent()).refusal?.code).toBe(code);
});

test.each([
  ['remote', 'user'],
  ['local', 'consultant'],
  ['limit', 'limit'],
  ['lost', 'lost'],
  ['failed', 'lost'],
] as const)('a conversation that the phone says ended by %s ended by %s', (cause, endReason) => {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(5 * MINUTE);
  desk.ended('c1', cause);
  expect(desk.state.consultation).toMatchObject({ phase: 'wrap-up', endReason, talkMs: 5 * MINUTE });
  expect(desk.state.consultation?.continuableUntil).toBe(endReason === 'lost' ? desk.now + 5 * MINUTE : null);
});

test('with under a minute left a lost consultation is not gone on with', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(14 * MINUTE + 1);
  desk.ended('c1', 'lost');
  const earlier = desk.state.consultation;
  expect(earlier?.continuableUntil).toBeNull();
  desk.happen({ kind: 'dial', number: '+79161234567', eventId: null, earlier, anew: false });
  expect(desk.state.consultation).toMatchObject({ phase: 'dialling', clock: null, endReason: null });
  expect(desk.state.consultation?.id).not.toBe(earlier?.id);
});

test('a redial nobody answers leaves the lost consultation as it was, with its time to go on', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.pass(MINUTE);
  desk.ended('c1', 'lost');
  const lost = desk.state.consultation;
  desk.happen({ kind: 'dial', number: '+79161234567', eventId: null, earlier: lost, anew: false });
  desk.ended(desk.state.call?.id, 'no-answer');
  const { id, endedAt, endReason, continuableUntil } = lost ?? {};
  expect(desk.state.consultation).toMatchObject({ id, phase: 'wrap-up', endedAt, endReason, continuableUntil });
});

test('hold is summed, also one that lasts to the end', () => {
  const desk = reducerDesk();
  desk.talk();
  for (const held of [true, false, true]) {
    desk.fact({ kind: 'held', callId: 'c1', held, agoMs: 0 });
    desk.fact({ kind: 'held', callId: 'c1', held, agoMs: 0 });
    desk.pass(10_000);
  }
  desk.ended();
  expect(desk.state.consultation?.heldMs).toBe(20_000);
  expect(desk.written('story').map(({ line }) => line.what)).toEqual([
    'ringing',
    'answered',
    'held',
    'resumed',
    'held',
    'ended',
  ]);
});

test('what the phone repeats after a lost answer changes nothing', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ended();
  const { state } = desk;
  desk.ring();
  desk.answered();
  desk.ended();
  desk.fact({ kind: 'held', callId: 'c1', held: true, agoMs: 0 });
  expect(desk.state).toEqual(state);
});

test('missed: hung up, declined, declined by itself; not one answered elsewhere or booked as an event', () => {
  const desk = reducerDesk();
  desk.ring('c1');
  desk.ended('c1', 'cancelled');
  desk.ring('c2');
  desk.happen({ kind: 'decline', callId: 'c2' });
  desk.ended('c2', 'declined');
  desk.ring('c3');
  desk.ended('c3', 'elsewhere');
  desk.ring('c4');
  desk.happen({ kind: 'decline-to-event', callId: 'c4' });
  desk.ended('c4', 'declined');
  desk.happen({ kind: 'set-availability', to: 'not-ready', reason: 'lunch' });
  desk.ring('c5');
  desk.ended('c5', 'declined');
  expect(desk.written('missed').map(({ missed }) => [missed.callId, missed.reason])).toEqual([
    ['c1', 'hung-up'],
    ['c2', 'declined'],
    ['c5', 'not-ready'],
  ]);
});

test('a third call is busy; a second that still rings when the first ends takes its place', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ring('c2');
  desk.ring('c3');
  expect(desk.orders().at(-1)).toEqual({ kind: 'decline', callId: 'c3', sipCode: 486 });
  desk.ended('c1');
  expect(desk.state).toMatchObject({ call: { id: 'c2', phase: 'ringing' }, secondCall: null });
  expect(activityOf(desk.state)).toBe('ringing');
  desk.happen({ kind: 'answer', callId: 'c2' });
  desk.answered('c2');
  expect(desk.state.consultation).toMatchObject({ callId: 'c2', phase: 'talking' });
});

test('of two that ring, the second may be answered: the first goes on ringing', () => {
  const desk = reducerDesk();
  desk.ring('c1');
  desk.ring('c2', '102');
  expect(desk.happen({ kind: 'answer', callId: 'c2' }).refusal).toBeNull();
  desk.answered('c2');
  expect(desk.state).toMatchObject({ call: { id: 'c2', phase: 'up' }, secondCall: { id: 'c1', phase: 'ringing' } });
});

test('a year without calendar data refuses nobody', () => {
  const desk = reducerDesk();
  desk.now = Date.UTC(2031, 0, 8, 7);
  desk.ring();
  expect(desk.state.call?.id).toBe('c1');
});

test('an event booked in the year without data is kept without due-by', () => {
  const desk = reducerDesk();
  desk.now = Date.UTC(2031, 0, 8, 7);
  desk.ring();
  desk.happen({ kind: 'decline-to-event', callId: 'c1' });
  expect(desk.state.events).toMatchObject([{ dueBy: null, preferToday: false }]);
});

test('booked while talking: what the form leaves out comes from the card', () => {
  const desk = reducerDesk();
  desk.talk();
  const consultationId = desk.state.consultation?.id ?? '';
  const patch = { registrationNumber: '800', organisation: 'Ёлочка', contact: 'Ольга', topic: 'errors' };
  desk.happen({ kind: 'edit-card', consultationId, patch, record: null });
  const empty = { name: '', number: '', registrationNumber: '', organisation: '', configuration: '', city: '' };
  const draft = {
    user: empty,
    topic: null,
    comment: 'перезвонить',
    criticality: 'requested',
    preferredAt: null,
    convenient: null,
    mine: true,
  } as const;
  desk.happen({ kind: 'book-event', consultationId, draft, record: null });
  expect(desk.state.events).toMatchObject([
    {
      user: { name: 'Ольга', e164: '+79161234567', registrationNumber: '800', organisation: 'Ёлочка' },
      topic: 'errors',
      source: 'consultation',
      owner: { id: 'petrova' },
      consultationId,
    },
  ]);
  expect(desk.state.consultation?.bookedEventIds).toEqual([desk.state.events[0]?.id]);
});

test('a preferred time outside hours is refused with the next possible one', () => {
  const desk = reducerDesk({ events: [event()] });
  const preferredAt = Date.UTC(2026, 10, 28, 9);
  const step = desk.happen({ kind: 'move-event', eventId: 'e1', preferredAt, reason: 'просили', postponed: false });
  expect(step.refusal).toEqual({ code: 'outside-hours', details: { next: Date.UTC(2026, 10, 30, 6) } });
});

test('another consultant’s event can be neither dialled, taken, moved nor closed', () => {
  const desk = reducerDesk({ events: [event({ owner: { id: 'ivanov', name: 'Иванов' } })] });
  const refusals = [
    desk.happen({ kind: 'dial', number: '102', eventId: 'e1', earlier: null, anew: false }),
    desk.happen({ kind: 'take-event', eventId: 'e1' }),
    desk.happen({
      kind: 'move-event',
      eventId: 'e1',
      preferredAt: TEN_O_CLOCK + MINUTE,
      reason: 'x',
      postponed: false,
    }),
    desk.happen({ kind: 'close-event', eventId: 'e1', outcome: 'handled', clause: null }),
  ].map(({ refusal }) => refusal);
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal)))).toEqual(
    new Set([JSON.stringify({ code: 'taken', details: { owner: 'Иванов' } })]),
  );
});

/** A conversation dialled for the event, up to its wrap-up. */
function talkedFor() {
  const desk = reducerDesk({ events: [event()] });
  desk.happen({ kind: 'dial', number: '+79161234567', eventId: 'e1', earlier: null, anew: false });
  const consultationId = desk.state.consultation?.id ?? '';
  desk.answered(desk.state.call?.id);
  desk.happen({ kind: 'user-on-line', consultationId });
  desk.pass(MINUTE);
  desk.ended(desk.state.call?.id);
  const close = (patch: object) => {
    desk.happen({ kind: 'edit-card', consultationId, patch, record: null });
    return desk.happen({ kind: 'close-consultation', consultationId }).refusal;
  };
  return { desk, close };
}
const card = { registrationNumber: '1', organisation: 'О', configuration: 'К', topic: 'theory', outcome: 'solved' };

test('closing handles the event it was dialled for, in time by the answer of its call', () => {
  const { desk, close } = talkedFor();
  expect(close(card)).toBeNull();
  expect(desk.state.events[0]?.closed).toMatchObject({ outcome: 'handled', onTime: true });
});

test('closed from the list after its due-by, with the card gone: in time by the call that was answered before it', () => {
  const dueBy = TEN_O_CLOCK + 10 * MINUTE;
  const desk = reducerDesk({ events: [event({ dueBy })] });
  desk.happen({ kind: 'dial', number: '+79161234567', eventId: 'e1', earlier: null, anew: false });
  desk.answered(desk.state.call?.id);
  desk.happen({ kind: 'user-on-line', consultationId: desk.state.consultation?.id ?? '' });
  desk.pass(13 * MINUTE);
  desk.ended(desk.state.call?.id);
  desk.pass(5 * MINUTE);
  expect(desk.state.consultation).toBeNull();
  desk.happen({ kind: 'close-event', eventId: 'e1', outcome: 'handled', clause: null });
  expect(desk.state.events[0]?.closed).toMatchObject({ outcome: 'handled', onTime: true });
});

test('closing leaves the event alone when the consultant has decided about it, or nothing was held', () => {
  const decided = talkedFor();
  decided.desk.happen({ kind: 'close-event', eventId: 'e1', outcome: 'postponed', clause: null });
  expect(decided.close(card)).toBeNull();
  expect(decided.desk.state.events[0]).toMatchObject({ closed: null, owner: null });

  const silent = talkedFor();
  expect(silent.close({ closing: 'not-held', notHeldReason: 'silence' })).toBeNull();
  expect(silent.desk.state.events[0]).toMatchObject({ closed: null, owner: { id: 'petrova' } });
});

test('giving up an event needs attempts on three days, a refusal its clause, and nobody chooses «joined»', () => {
  const desk = reducerDesk({ events: [event()] });
  const close = (outcome: 'gave-up' | 'refused-by-clause' | 'joined', clause: string | null = null) =>
    desk.happen({ kind: 'close-event', eventId: 'e1', outcome, clause }).refusal?.code;
  expect(close('gave-up')).toBe('too-early-to-give-up');
  expect(close('refused-by-clause')).toBe('no-clause');
  expect(close('joined')).toBe('not-a-choice');
  expect(close('refused-by-clause', '6.1')).toBeUndefined();
});

test('all events of the line take the place of the mirror, but for those it cannot know yet', () => {
  const desk = reducerDesk({ events: [event({ id: 'old' }), event({ id: 'mine' })] });
  desk.happen({ kind: 'events', events: [event({ id: 'new' })], whole: true, keep: ['mine'] });
  expect(desk.state.events.map(({ id }) => id)).toEqual(['mine', 'new']);
  expect(desk.written('forget-event')).toEqual([{ kind: 'forget-event', id: 'old' }]);
});

test('what is typed for a consultation that has left the workplace is kept all the same, until it is closed', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ended();
  const record = desk.state.consultation;
  if (record === null) throw new Error('no consultation');
  desk.pass(4 * MINUTE);
  const edit = { kind: 'edit-card', consultationId: 'c1', patch: { comment: 'чек' } } as const;
  expect(desk.happen({ ...edit, record: { ...record, closedAt: 1 } }).refusal?.code).toBe('already-closed');
  expect(desk.happen({ ...edit, record }).refusal).toBeNull();
  expect(desk.written('consultation').at(-1)?.record).toMatchObject({ id: 'c1', card: { comment: 'чек' } });
  expect(desk.state.consultation).toBeNull();
});

test('a card that names another registration number is no longer the confirmed one', () => {
  const desk = reducerDesk();
  desk.talk();
  const consultationId = desk.state.consultation?.id ?? '';
  const entry = {
    id: 'entry-1',
    registrationNumber: '800',
    organisation: 'Ёлочка',
    inn: '',
    city: '',
    configuration: 'К',
    phones: [],
    contact: 'Ольга',
    purchasedOn: null,
    licences: [],
  };
  desk.happen({ kind: 'take-candidate', consultationId, entry, asOf: 1 });
  expect(desk.state.consultation).toMatchObject({ entry, card: { confirmedEntryId: 'entry-1', contact: 'Ольга' } });
  desk.happen({ kind: 'edit-card', consultationId, patch: { comment: 'x' }, record: null });
  expect(desk.state.consultation?.card.confirmedEntryId).toBe('entry-1');
  desk.happen({ kind: 'edit-card', consultationId, patch: { registrationNumber: '801' }, record: null });
  expect(desk.state.consultation).toMatchObject({ entry: null, card: { confirmedEntryId: null } });
  desk.happen({ kind: 'entry-known', consultationId, registrationNumber: '800', entry, asOf: 1 });
  expect(desk.state.consultation?.entry).toBeNull();
});

const alive = (over: Partial<PhoneCall> = {}): PhoneCall => ({
  callId: 'c7',
  direction: 'incoming',
  number: '102',
  displayName: '',
  dialled: '',
  phase: 'up',
  held: false,
  muted: false,
  connected: true,
  silentForMs: null,
  startedAgoMs: 40_000,
  answeredAgoMs: 30_000,
  ...over,
});
const registration = { status: 'registered', failure: null, sipCode: null } as const;

test('a call the phone answered while the service was away, and nothing wrote down, becomes a consultation from its answer', () => {
  const desk = reducerDesk();
  desk.happen({ kind: 'hello', registration, calls: [alive()], records: [] });
  expect(desk.state.consultation).toMatchObject({
    id: 'c7',
    phase: 'talking',
    callId: 'c7',
    clock: { startedAt: desk.now - 30_000 },
  });
});

test('after a restart the call that rings and the one that is up are both there', () => {
  const desk = reducerDesk();
  const ringing = alive({ callId: 'c8', phase: 'ringing', answeredAgoMs: null });
  desk.happen({ kind: 'hello', registration, calls: [ringing, alive()], records: [] });
  expect(desk.state).toMatchObject({ call: { id: 'c7' }, secondCall: { id: 'c8' } });
});

test('a call the phone does not know is lost, unless its facts tell how it ended', () => {
  const told = reducerDesk();
  told.talk();
  told.happen({ kind: 'hello', registration, calls: [], records: [] });
  expect(told.state.consultation?.phase).toBe('talking');
  told.ended('c1', 'remote');
  expect(told.state.consultation?.endReason).toBe('user');

  const silent = reducerDesk();
  silent.talk();
  silent.pass(MINUTE);
  silent.happen({ kind: 'hello', registration, calls: [], records: [] });
  silent.pass(5_000);
  expect(silent.state.consultation).toMatchObject({ endReason: 'lost', endedAt: TEN_O_CLOCK + MINUTE });
  expect(silent.written('story').filter(({ line }) => line.what === 'ended')).toHaveLength(1);
});

test('past its limit the wrap-up leaves the workplace, and only then the next call rings', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ended();
  desk.pass(3 * MINUTE - 1);
  desk.ring('c2');
  expect(desk.state.call).toBeNull();
  desk.pass(1);
  desk.ring('c3');
  expect(desk.state).toMatchObject({ consultation: null, call: { id: 'c3' } });
});

test('an unclosed consultation comes back, is not opened in a call, and closed ones stay closed', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.ended();
  const record = desk.state.consultation;
  if (record === null) throw new Error('no consultation');
  desk.pass(4 * MINUTE);
  desk.ring('c2');
  expect(desk.happen({ kind: 'open-consultation', record }).refusal?.code).toBe('in-call');
  desk.ended('c2', 'cancelled');
  expect(desk.happen({ kind: 'open-consultation', record: { ...record, closedAt: 1 } }).refusal?.code).toBe(
    'already-closed',
  );
  desk.happen({ kind: 'open-consultation', record });
  expect(desk.state.consultation).toMatchObject({
    id: record.id,
    phase: 'wrap-up',
    wrapUpUntil: desk.now + 3 * MINUTE,
  });
});
