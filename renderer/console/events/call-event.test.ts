import { beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../shared/contract/base.ts';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { bookedEvent } from '../../../shared/events/booked-event.ts';
import { createCalendar } from '../../../shared/regulation/calendar.ts';
import { moscowTime } from '../../../shared/regulation/time.ts';
import { createActions } from '../actions.ts';
import { createPlace } from '../store/place.ts';
import { callEvent } from './call-event.ts';

const NOON = moscowTime('2026-11-24', '12:00');
const ME = { id: 'petrova', name: 'Петрова Анна' };
const user = { name: 'Ольга', number: '+74951234567', registrationNumber: '800', organisation: 'Ёлочка' };
const event = (over: { convenient?: { from: string; until: string }; registrationNumber?: string } = {}) => ({
  ...bookedEvent(
    {
      id: 'e1',
      at: NOON,
      by: 'Старший',
      source: 'by-hand',
      user: { ...user, registrationNumber: over.registrationNumber ?? '' },
      convenient: over.convenient ?? null,
    },
    createCalendar(),
  ),
  owner: ME,
});
const entry = (over: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id: 'entry-1',
  registrationNumber: '800',
  organisation: 'Ёлочка',
  inn: '',
  city: '',
  configuration: 'К',
  phones: [],
  contact: '',
  purchasedOn: null,
  licences: [],
  ...over,
});

const sent: unknown[] = [];
/** A desk that notes what is dialled, its registry of `entries` as old as `asOf`. */
function desk(entries: RegistryEntry[] | 'away', asOf = NOON) {
  const answer = entries === 'away' ? fail('line-away') : ok({ entries, asOf });
  const snapshot = { call: null, consultation: null, consultant: ME, events: [event({ convenient: EARLY })] };
  return {
    clock: { now: () => NOON },
    ask: () => Promise.resolve(answer),
    act: (name: string, args: object) => {
      sent.push([name, args]);
      return Promise.resolve(ok({ consultationId: 'c1' }));
    },
    store: { getState: () => ({ snapshot }) },
  } as unknown as Parameters<typeof createActions>[0];
}
const EARLY = { from: '09:00', until: '11:00' };
const dialled = [['dial', { number: user.number, eventId: 'e1', consultationId: null }]];
const standard = [{ kind: 'standard', first: '2026-01-01', last: '2026-12-31' }] as const;
const prof = [{ kind: 'prof', first: '2026-01-01', last: '2026-12-31' }] as const;

beforeEach(() => void sent.splice(0));

test('4.2: outside the user’s convenient hours the first press warns, the second dials', async () => {
  const place = createPlace();
  await callEvent(desk([]), place, event({ convenient: EARLY }));
  expect(place.store.getState().callWarning).toEqual({ eventId: 'e1', hours: EARLY, refusal: null });
  expect(sent).toEqual([]);
  await callEvent(desk([]), place, event({ convenient: EARLY }));
  expect(sent).toEqual(dialled);
  expect(place.store.getState()).toMatchObject({ callWarning: null, section: 'workplace' });
});

test('F9, «Ctrl+K» and the main action of the workplace go the same way', async () => {
  const place = createPlace();
  const actions = createActions(desk([]), place);
  actions.nextEvent();
  await vi.waitFor(() => expect(place.store.getState().callWarning).toMatchObject({ hours: EARLY }));
  expect(sent).toEqual([]);
  actions.nextEvent();
  await vi.waitFor(() => expect(sent).toEqual(dialled));
});

test.each([
  ['6.1: a licence without the phone', { licences: [...standard] }, { outcome: 'no-phone', clause: '6.1' }],
  ['2.7: no licence in force', {}, { outcome: 'no-licence', clause: '2.7' }],
])('%s: the refusal with its clause is offered before the call', async (_what, licences, refusal) => {
  const place = createPlace();
  const registered = event({ registrationNumber: '800' });
  await callEvent(desk([entry({ id: 'x', registrationNumber: '8001' }), entry(licences)]), place, registered);
  expect(place.store.getState().callWarning).toEqual({ eventId: 'e1', hours: null, refusal });
  expect(sent).toEqual([]);
  await callEvent(desk([entry(licences)]), place, registered);
  expect(sent).toEqual(dialled);
});

test.each([
  ['a licence with the phone', [entry({ licences: [...prof] })], NOON],
  ['a number the registry does not know', [], NOON],
  ['data older than a week', [entry()], NOON - 8 * 86_400_000],
  ['a registry that is away', 'away', NOON],
] as const)('1.1: %s warns of nothing', async (_what, entries, asOf) => {
  const place = createPlace();
  const known = entries === 'away' ? entries : [...entries];
  await callEvent(
    desk(known, asOf),
    place,
    event({ registrationNumber: '800', convenient: { from: '10:00', until: '13:00' } }),
  );
  expect(place.store.getState().callWarning).toBeNull();
  expect(sent).toEqual(dialled);
});

test('one warned of does not let another be called unwarned', async () => {
  const place = createPlace();
  await callEvent(desk([]), place, { ...event({ convenient: EARLY }), id: 'e2' });
  await callEvent(desk([]), place, event({ convenient: EARLY }));
  expect(place.store.getState().callWarning).toMatchObject({ eventId: 'e1' });
  expect(sent).toEqual([]);
});
