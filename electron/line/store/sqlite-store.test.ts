import { afterEach, expect, test } from 'vitest';
import { LONG_TEXT_LIMIT } from '../../../shared/contract/base.ts';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import type { LineFact } from '../../../shared/contract/link.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { BadEventError, type Booking, type LineStore } from './store.ts';

let store: LineStore;
let made = 0;
const open = () => (store = openSqliteStore({ file: ':memory:', newId: () => `id-${++made}` }));
afterEach(() => store.close());

const event: CallbackEvent = {
  id: 'e1',
  user: {
    name: 'Анна',
    number: '8 916 123-45-67',
    e164: '+79161234567',
    extension: '12',
    registrationNumber: '8102345',
    organisation: 'ООО «Ёлка»',
    configuration: 'УА 3',
    city: 'Тверь',
  },
  topic: 'errors',
  comment: 'строка\nвторая',
  criticality: 'requested',
  source: 'booking-page',
  bookedAt: 1,
  dueBy: 2,
  preferToday: true,
  preferredAt: 3,
  convenient: { from: '10:00', until: '17:00' },
  owner: { id: 'm', name: 'Мария' },
  attempts: [{ at: 4, by: 'Мария', result: 'busy' }],
  nextAttemptAt: 5,
  consultationId: 'c1',
  closed: null,
  history: [{ at: 1, by: 'Анна', what: 'booked', from: null, to: 'x', reason: null }],
};
const booking = (change: Partial<Booking>): Booking => ({
  id: 'b1',
  eventId: 'e1',
  at: 10,
  formHash: 'f1',
  linkHash: 'l1',
  phoneKey: '+79161234567',
  mayCancel: true,
  ...change,
});
test('an event comes back as it was saved, closed or open, and its past is only added to', async () => {
  const { events } = open();
  await events.save(event);
  expect(await events.find('e1')).toEqual(event);
  const later: CallbackEvent = {
    ...event,
    owner: null,
    attempts: [...event.attempts, { at: 6, by: 'Олег', result: 'answered' }],
    closed: { at: 7, by: 'Олег', outcome: 'refused-by-clause', clause: '6.1', onTime: false },
    history: [
      ...event.history,
      { at: 7, by: 'Олег', what: 'closed', from: null, to: 'refused-by-clause', reason: 'r' },
    ],
  };
  await events.save(later);
  expect(await events.find('e1')).toEqual(later);
  await events.save({ ...later, history: [{ ...event.history[0]!, by: 'кто-то' }] });
  expect((await events.find('e1'))?.history).toEqual(later.history);
});

test('an event that could not be read back is not saved; what stands there is not said', async () => {
  const { events } = open();
  await events.save(event);
  const saving = events.save({ ...event, comment: 'я'.repeat(LONG_TEXT_LIMIT + 1) });
  await expect(saving).rejects.toThrow(new BadEventError('comment: too_big'));
  expect(await events.open()).toEqual([event]);
});

test('open, by number, closed since: each finds its own', async () => {
  const { events } = open();
  const closed = { at: 100, by: 'x', outcome: 'handled' as const, clause: null, onTime: true };
  await events.save(event);
  await events.save({ ...event, id: 'e2', closed });
  await events.save({ ...event, id: 'e3', user: { ...event.user, number: '112' } });
  const ids = (list: CallbackEvent[]) => list.map(({ id }) => id);
  expect(ids(await events.open())).toEqual(['e1', 'e3']);
  expect(ids(await events.openByPhone('+79161234567'))).toEqual(['e1']);
  expect(ids(await events.closedSince(100))).toEqual(['e2']);
  expect(ids(await events.closedSince(101))).toEqual([]);
});

test('a transaction that throws leaves nothing', async () => {
  open();
  const failing = store.transaction(async (within) => {
    await within.events.save(event);
    await within.values.set('x', 1);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await store.events.open()).toEqual([]);
  expect(await store.values.get('x')).toBeUndefined();
});

test('152-ФЗ, ст. 9: a consent is kept with its text; a text does not change under its version', async () => {
  const { bookings, events } = open();
  await events.save(event);
  await bookings.add(booking({}), { version: '1', text: 'согласен' });
  expect(await bookings.byForm('f1')).toEqual(booking({}));
  expect(await bookings.byLink('l1')).toEqual(booking({}));
  expect(await bookings.countByPhone('+79161234567', 10)).toBe(1);
  expect(await bookings.countByPhone('+79161234567', 11)).toBe(0);
  const other = booking({ id: 'b2', formHash: 'f2', linkHash: 'l2' });
  await expect(bookings.add(other, { version: '1', text: 'иное' })).rejects.toThrow('without a new version');
  await bookings.add(other, { version: '2', text: 'иное' });
  await expect(bookings.add(booking({ id: 'b3' }), { version: '1', text: 'согласен' })).rejects.toThrow(/UNIQUE/);
});

test('the audit trail says who did what, the latest first', async () => {
  const { audit } = open();
  const granted = { at: 1, who: 'Старший смены', what: 'grant', subject: 'c1', details: { minutes: 3, reason: 'r' } };
  await audit.add(granted);
  await audit.add({ ...granted, at: 2, what: 'grant-failed' });
  expect((await audit.last(2)).map(({ what }) => what)).toEqual(['grant-failed', 'grant']);
  expect((await audit.last(2))[1]).toEqual(granted);
});

test('a closing that was taken back does not count; what was closed again counts once, as it was then', async () => {
  const { facts } = open();
  const consultant = { id: 'm', name: 'Мария' };
  const tell = (at: number, body: LineFact['body']) => facts.add({ id: `f${at}`, at, consultant, body }, at, 'applied');
  const row = (id: string, closedAt: number): JournalRow => ({
    id,
    inquiry: id,
    kind: 'consultation',
    direction: 'incoming',
    number: '1',
    displayName: '',
    contact: '',
    organisation: '',
    registrationNumber: '',
    startedAt: 0,
    answeredAt: 0,
    endedAt: 1,
    talkMs: 1,
    heldMs: 0,
    endReason: 'user',
    topic: null,
    outcome: null,
    closing: 'not-held',
    closedAt,
    comment: '',
    consultant: 'Мария',
  });
  await tell(1, { kind: 'consultation-closed', row: row('a', 1) });
  await tell(2, { kind: 'consultation-closed', row: row('b', 2) });
  await tell(3, { kind: 'consultation-reopened', consultationId: 'a' });
  expect((await facts.consultationsSince(0)).map(({ id }) => id)).toEqual(['b']);
  await tell(4, { kind: 'consultation-closed', row: row('a', 4) });
  expect((await facts.consultationsSince(0)).map(({ id, closedAt }) => [id, closedAt])).toEqual([
    ['b', 2],
    ['a', 4],
  ]);
});
