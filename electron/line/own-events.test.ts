import { afterEach, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Presence } from '../../shared/contract/line.ts';
import { bookedEvent } from '../../shared/events/booked-event.ts';
import { changeEvent } from '../../shared/events/event-changes.ts';
import { DEFAULT_ATTEMPT_POLICY } from '../../shared/regulation/attempts.ts';
import { createCalendar } from '../../shared/regulation/calendar.ts';
import { MINUTE_MS, moscowTime } from '../../shared/regulation/time.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createOwnEvents, type OwnEvents } from './own-events.ts';
import { createPresences } from './presences.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

const maria = { id: 'maria', name: 'Мария' };
const at = (time: string): number => moscowTime('2026-11-24', time);
let ownEvents: OwnEvents;
afterEach(() => ownEvents.close());

/** An event Maria took at 11:00, due at 18:00, and a clock that stands at `now`. */
async function ownEventOf(now: string, presence: Partial<Presence> | null) {
  const store = openSqliteStore({ file: ':memory:', newId: v7 });
  const calendar = createCalendar();
  const booked = bookedEvent(
    { id: 'e1', at: at('10:00'), by: 'Мария', source: 'by-hand', user: { name: 'Анна', number: '+79161234567' } },
    calendar,
  );
  const rules = { calendar, attempts: DEFAULT_ATTEMPT_POLICY };
  const taken = changeEvent(
    booked,
    { at: at('11:00'), consultant: maria },
    { kind: 'event-taken', eventId: 'e1' },
    rules,
  );
  if (!taken.ok) throw new Error(taken.reason);
  await store.events.save(taken.event);
  const presences = createPresences(() => at(now));
  if (presence !== null) {
    const availability = { kind: 'ready' as const, reason: null, since: at('09:00') };
    presences.set({
      consultant: maria,
      activity: 'idle',
      availability,
      since: at('11:30'),
      registered: true,
      consultation: null,
      ...presence,
    });
  }
  const published: string[] = [];
  ownEvents = createOwnEvents({
    store,
    inTurn: oneAtATime(),
    presences,
    startedAt: at('09:00'),
    now: () => at(now),
    publish: (events) => published.push(...events.map(({ id }) => id)),
    onError: (error) => expect.unreachable(String(error)),
  });
  await ownEvents.look();
  return { event: await store.events.find('e1'), published };
}

test('4.2: an hour before due-by it is back in the queue, and its history says why', async () => {
  const { event, published } = await ownEventOf('17:00', {});
  expect(event?.owner).toBeNull();
  expect(event?.history.at(-1)).toMatchObject({
    what: 'returned',
    by: 'Линия',
    from: 'Мария',
    reason: 'до срока остался час',
    at: at('17:00'),
  });
  expect(published).toEqual(['e1']);
});

test('4.2: a minute earlier it stays with its owner, and nobody is told anything', async () => {
  const { event, published } = await ownEventOf('16:59', {});
  expect(event?.owner).toEqual(maria);
  expect(published).toEqual([]);
});

test('4.2: its owner has been offline for fifteen minutes', async () => {
  const since = at('12:00');
  expect((await ownEventOf('12:14', { activity: 'offline', since })).event?.owner).toEqual(maria);
  ownEvents.close();
  const { event } = await ownEventOf('12:15', { activity: 'offline', since });
  expect(event?.owner).toBeNull();
  expect(event?.history.at(-1)?.reason).toBe('владелец не в сети');
});

test('4.2: at the end of its owner’s shift it is back in the queue, also when the owner has gone since', async () => {
  expect((await ownEventOf('12:00', { shiftEndedAt: null })).event?.owner).toEqual(maria);
  ownEvents.close();
  const { event } = await ownEventOf('12:00', { shiftEndedAt: at('11:59'), activity: 'offline', since: at('12:00') });
  expect(event?.owner).toBeNull();
  expect(event?.history.at(-1)).toMatchObject({ what: 'returned', reason: 'смена владельца закончилась' });
});

test('4.2: an owner who has not come since the line started is offline since the taking', async () => {
  expect((await ownEventOf('11:15', null)).event?.owner).toBeNull();
});

test('4.2: nothing is taken from somebody who is calling that very user', async () => {
  const consultation = {
    id: 'c1',
    inquiry: '4К-173',
    caller: 'Анна',
    organisation: '',
    clock: null,
    held: false,
    eventId: 'e1',
  };
  const since = at('17:00') - MINUTE_MS;
  expect((await ownEventOf('17:30', { activity: 'talking', since, consultation })).event?.owner).toEqual(maria);
});
