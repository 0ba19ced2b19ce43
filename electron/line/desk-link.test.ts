import { expect, test } from 'vitest';
import { LONG_TEXT_LIMIT } from '../../shared/contract/base.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { LineFact } from '../../shared/contract/link.ts';
import { lineSettings } from '../../shared/contract/settings.ts';
import { bookedEvent } from '../../shared/events/booked-event.ts';
import { moscowTime } from '../../shared/regulation/time.ts';
import { createDeskLink } from './desk-link.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPresences } from './presences.ts';
import { openRegistry } from './registry/registry.ts';
import { lineRules } from './rules.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { LineStore } from './store/store.ts';
import { createSubscribers } from './subscribers.ts';

const noon = moscowTime('2026-11-24', '12:00');

/** A store in which each saved comment comes out too long, once told to: a mistake of ours that no fact can show. */
function mistakenStore(store: LineStore, isMistaken: () => boolean): LineStore {
  const spoilt = (event: CallbackEvent) =>
    isMistaken() ? { ...event, comment: 'я'.repeat(LONG_TEXT_LIMIT + 1) } : event;
  return {
    ...store,
    transaction: (work) =>
      store.transaction((within) =>
        work({ ...within, events: { ...within.events, save: (event) => within.events.save(spoilt(event)) } }),
      ),
  };
}

test('a fact that would make a bad event is refused by itself: logged, delivered once, the event stands as it was', async () => {
  let isMistaken = false;
  let made = 0;
  const store = openSqliteStore({ file: ':memory:', newId: () => `id-${++made}` });
  const logged: string[] = [];
  const published: CallbackEvent[] = [];
  const rules = lineRules(lineSettings.parse({}));
  const link = createDeskLink({
    store: mistakenStore(store, () => isMistaken),
    registry: await openRegistry({ folder: null, values: store.values, newId: () => `id-${++made}` }),
    inTurn: oneAtATime(),
    rules: () => rules,
    presences: createPresences(() => noon),
    subscribers: createSubscribers(() => undefined),
    publish: (events) => void published.push(...events),
    isClosed: () => false,
    now: () => noon,
    log: (_level, what) => void logged.push(what),
  });
  const fact = (id: string, body: LineFact['body']): LineFact => ({
    id,
    at: noon,
    consultant: { id: 'maria', name: 'Мария' },
    body,
  });
  const event = bookedEvent(
    { id: 'e1', at: noon, by: 'Мария', source: 'by-hand', user: { name: 'Анна', number: '8 916 123-45-67' } },
    rules.calendar,
  );
  await link.deliver([fact('f1', { kind: 'event-booked', event })]);

  isMistaken = true;
  const taken = fact('f2', { kind: 'event-taken', eventId: 'e1' });
  expect(await link.deliver([taken])).toEqual({ ok: true, value: { applied: ['f2'] } });
  expect(logged).toContain('fact-refused');
  expect(published.at(-1)).toEqual(event);
  expect(await store.facts.known('f2')).toBe(true);
  expect(await store.events.open()).toEqual([event]);

  isMistaken = false;
  expect(await link.deliver([fact('f3', { kind: 'event-taken', eventId: 'e1' })])).toMatchObject({ ok: true });
  expect((await store.events.find('e1'))?.owner?.name).toBe('Мария');
  await store.close();
});
