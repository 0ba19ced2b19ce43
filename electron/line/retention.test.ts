import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { lineRetention } from './retention.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { LineStore } from './store/store.ts';

let store: LineStore;
let isClosed: boolean;
let made = 0;

beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', newId: () => `id-${++made}` });
  isClosed = false;
});
afterEach(() => store.close());

const retention = () => lineRetention({ store, inTurn: oneAtATime(), isClosed: () => isClosed, now: () => 5_000 });

const user = {
  name: 'Анна',
  number: '112',
  e164: null,
  extension: null,
  registrationNumber: '8102345',
  organisation: 'ООО «Ёлка»',
  configuration: '',
  city: '',
};
const event = (id: string, closedAt: number | null): CallbackEvent => ({
  id,
  user,
  topic: null,
  comment: '',
  criticality: 'none',
  source: 'booking-page',
  bookedAt: 1,
  dueBy: 2,
  preferToday: false,
  preferredAt: null,
  convenient: null,
  owner: null,
  attempts: [{ at: 2, by: 'Мария', result: 'busy' }],
  nextAttemptAt: null,
  consultationId: null,
  closed: closedAt === null ? null : { at: closedAt, by: 'Мария', outcome: 'handled', clause: null, onTime: true },
  history: [{ at: 1, by: 'Анна', what: 'booked', from: null, to: 'x', reason: null }],
});
const fact = (id: string) => ({
  id,
  at: 1,
  consultant: { id: 'm', name: 'Мария' },
  body: { kind: 'event-taken' as const, eventId: 'e1' },
});

test('closed events older than the term go with all that hangs on them; open ones, newer ones and the audit trail stay', async () => {
  for (const [id, closedAt] of [
    ['old', 10],
    ['on the day', 100],
    ['open', null],
  ] as const) {
    await store.events.save(event(id, closedAt));
    await store.bookings.add(
      { id: `b-${id}`, eventId: id, at: 1, formHash: `f-${id}`, linkHash: `l-${id}`, phoneKey: '112', mayCancel: true },
      { version: '1', text: 'согласен' },
    );
  }
  await store.facts.add(fact('f-old'), 99, 'applied');
  await store.facts.add(fact('f-new'), 100, 'applied');
  await store.audit.add({ at: 1, who: 'Старший смены', what: 'grant', subject: 'old', details: {} });

  expect(await retention().count(100)).toBe(1);
  expect(await retention().remove(100, 7)).toBe(1);

  expect(await store.events.find('old')).toBeNull();
  expect(await store.bookings.byLink('l-old')).toBeNull();
  for (const id of ['on the day', 'open']) {
    expect(await store.events.find(id)).toMatchObject({ id, attempts: [{ at: 2 }], history: [{ what: 'booked' }] });
    expect(await store.bookings.byLink(`l-${id}`)).toMatchObject({ eventId: id });
  }
  expect(await Promise.all(['f-old', 'f-new'].map((id) => store.facts.known(id)))).toEqual([false, true]);
  // Who removed how much is a record of the audit itself, the consultations of the desk included.
  expect(await store.audit.last(5)).toMatchObject([
    { at: 5_000, what: 'retention', details: { before: 100, consultations: 7, events: 1, facts: 1 } },
    { what: 'grant', subject: 'old' },
  ]);
});

test('many are removed a few at a time, and nothing more once the line closes', async () => {
  for (let n = 0; n < 250; n += 1) await store.events.save(event(`e${n}`, 10));
  isClosed = true;
  expect(await retention().remove(100, 0)).toBe(0);
  isClosed = false;
  expect(await retention().remove(100, 0)).toBe(250);
  expect(await retention().count(100)).toBe(0);
});

test('what removes nothing leaves no record', async () => {
  expect(await retention().remove(100, 0)).toBe(0);
  expect(await store.audit.last(5)).toEqual([]);
});
