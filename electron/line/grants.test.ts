import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import type { Presence } from '../../shared/contract/line.ts';
import type { LinePush } from '../../shared/contract/link.ts';
import { createGrants } from './grants.ts';
import { createPresences } from './presences.ts';
import type { AuditEntry } from './store/store.ts';
import { createSubscribers } from './subscribers.ts';

const NOW = 1_000_000;
const clock: ConsultationClock = {
  startedAt: 0,
  elapsedBeforeMs: 0,
  limitMs: 900_000,
  warningAt: NOW,
  lastMinuteAt: NOW,
  noticeAt: null,
  farewellAt: NOW,
  limitAt: NOW + 60_000,
  atLimit: 'end',
  scale: 1,
  grants: [],
};
const talking = (change: Partial<ConsultationClock> = {}, activity: Presence['activity'] = 'talking'): Presence => ({
  consultant: { id: 'maria', name: 'Мария' },
  activity,
  availability: { kind: 'ready', reason: null, since: 0 },
  since: 0,
  registered: true,
  consultation: {
    id: 'c1',
    inquiry: '1',
    caller: 'x',
    organisation: '',
    clock: { ...clock, ...change },
    held: false,
    eventId: null,
  },
});

function line() {
  const presences = createPresences(() => NOW);
  const subscribers = createSubscribers(() => undefined);
  const trail: AuditEntry[] = [];
  const audit = { add: async (entry: AuditEntry) => void trail.push(entry), last: async () => trail };
  const grants = createGrants({ presences, subscribers, audit, now: () => NOW, newId: () => 'g1' });
  const ask = (reason = 'сложный случай') => grants({ consultationId: 'c1', minutes: 3, reason, by: 'Старший смены' });
  return { presences, subscribers, trail, ask };
}
const answering =
  (presences: ReturnType<typeof createPresences>, then: (push: LinePush) => Presence) => (push: LinePush) =>
    void setTimeout(() => presences.set(then(push)), 10);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('4.1: a grant reaches the desk and is answered by its clock; both are in the audit trail', async () => {
  const { presences, subscribers, trail, ask } = line();
  presences.set(talking());
  subscribers.add(
    'maria',
    answering(presences, (push) =>
      talking({ limitAt: NOW + 240_000, grants: push.kind === 'grant' ? [push.grant] : [] }),
    ),
  );
  const outcome = ask();
  await vi.advanceTimersByTimeAsync(20);
  expect(await outcome).toEqual({ ok: true, value: { limitAt: NOW + 240_000 } });
  expect(trail).toMatchObject([{ what: 'grant', who: 'Старший смены', subject: 'c1', details: { minutes: 3 } }]);
});

test('4.1: no grant to a consultation that is over, unknown, or at its limit', async () => {
  const { presences, ask, trail } = line();
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'consultation-over' } });
  presences.set(talking({}, 'wrap-up'));
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'consultation-over' } });
  presences.set(talking({ limitAt: NOW }));
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'consultation-over' } });
  expect(trail.map(({ what }) => what)).toEqual(['grant-refused', 'grant-refused', 'grant-refused']);
});

test('a consultation that ends while the grant is on its way is over', async () => {
  const { presences, subscribers, ask } = line();
  presences.set(talking());
  subscribers.add(
    'maria',
    answering(presences, () => talking({}, 'wrap-up')),
  );
  const outcome = ask();
  await vi.advanceTimersByTimeAsync(20);
  expect(await outcome).toMatchObject({ ok: false, error: { code: 'consultation-over' } });
});

test('a desk that is gone, goes, or does not answer within 3 s is away', async () => {
  const { presences, subscribers, ask, trail } = line();
  presences.set(talking());
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'desk-away' } });
  subscribers.add('maria', () => undefined);
  const silent = ask();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(trail.at(-1)?.what).toBe('grant');
  await vi.advanceTimersByTimeAsync(1);
  expect(await silent).toMatchObject({ ok: false, error: { code: 'desk-away' } });
  const leaving = ask();
  await vi.advanceTimersByTimeAsync(0);
  presences.gone('maria');
  expect(await leaving).toMatchObject({ ok: false, error: { code: 'desk-away' } });
  expect(presences.of('maria')).toMatchObject({ activity: 'offline', since: NOW, registered: false });
});

test('a long reason is whole in the audit trail and fits the clock', async () => {
  const { presences, subscribers, ask, trail } = line();
  presences.set(talking());
  const pushed: LinePush[] = [];
  subscribers.add('maria', (push) => void pushed.push(push));
  const outcome = ask('д'.repeat(1_000));
  await vi.advanceTimersByTimeAsync(3_000);
  await outcome;
  expect(trail[0]?.details.reason).toHaveLength(1_000);
  expect(pushed[0]?.kind === 'grant' && pushed[0].grant.reason.length).toBe(300);
});
