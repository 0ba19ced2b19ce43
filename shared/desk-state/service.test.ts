import { expect, test } from 'vitest';
import { EMPTY_CARD } from '../contract/journal.ts';
import { MINUTE_MS } from '../regulation/time.ts';
import { journalRowOf } from './journal-row.ts';
import { reducerDesk } from './reducer-lab.ts';
import { presenceOf, snapshotOf } from './snapshot.ts';

const LEAD = { name: 'Орлов Борис', number: '102' };
const withList = () => reducerDesk({ serviceNumbers: [LEAD] });
type Desk = ReturnType<typeof reducerDesk>;
const seen = ({ state, now }: Desk) =>
  snapshotOf(state, {
    version: 1,
    now,
    unclosed: [],
    missed: { callers: 0, lastAt: null },
    recent: [],
    today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0 },
    pace: null,
    desktop: null,
  });
const lastRecord = (desk: Desk) => desk.written('consultation').at(-1)?.record;
const deadlinesOf = (desk: Desk) => desk.effects.filter(({ kind }) => kind === 'deadlines');

test('4.1: a number of the list is a service call: no limit, no card, nothing to wrap up, counted apart', () => {
  const desk = withList();
  desk.ring('c1', '102');
  expect(seen(desk).call?.service).toBe('Орлов Борис');
  desk.answered();
  expect(seen(desk).consultation).toMatchObject({ kind: 'service', phase: 'talking', clock: null, missing: [] });
  expect(presenceOf(desk.state, desk.now)).toMatchObject({ activity: 'talking', consultation: null });
  desk.pass(40 * MINUTE_MS);
  expect(desk.orders().filter(({ kind }) => kind === 'hang-up')).toEqual([]);
  expect(deadlinesOf(desk)).toEqual([]);
  desk.ended();
  expect(desk.state.consultation).toBeNull();
  expect(lastRecord(desk)).toMatchObject({ kind: 'service', talkMs: 40 * MINUTE_MS, closedAt: desk.now, clock: null });
  expect(desk.written('fact'), 'the line is told of consultations only').toEqual([]);
});

test('dialled, also while the line is closed; a busy number leaves nothing', () => {
  const desk = withList();
  desk.now += 9 * 60 * MINUTE_MS;
  desk.ring('late', '102');
  expect(desk.state.call?.id, 'a colleague may ring after closing').toBe('late');
  desk.ended('late', 'cancelled');
  desk.happen({ kind: 'dial', number: '102', eventId: null, earlier: null, anew: false });
  const callId = desk.state.call?.id ?? '';
  desk.answered(callId);
  expect(desk.state.consultation, 'nobody has to say that the user is there').toMatchObject({ phase: 'talking' });
  desk.ended(callId, 'local');
  expect(lastRecord(desk)).toMatchObject({ kind: 'service', direction: 'outgoing' });
  desk.happen({ kind: 'dial', number: '102', eventId: null, earlier: null, anew: false });
  desk.ended(desk.state.call?.id ?? '', 'busy');
  expect(desk.state.consultation).toBeNull();
});

test('a user handed over by a colleague is never made a service call', () => {
  const desk = withList();
  desk.fact({
    kind: 'ringing',
    callId: 'c1',
    number: '102',
    displayName: '',
    dialled: '',
    agoMs: 0,
    carried: { id: 'x', n: 7, elapsedMs: 4 * MINUTE_MS },
  });
  desk.answered();
  expect(desk.state.consultation).toMatchObject({ kind: 'consultation', clock: { elapsedBeforeMs: 4 * MINUTE_MS } });
});

test('by hand in the call, and taken back: the clock stands where it would have stood', () => {
  const desk = reducerDesk();
  desk.talk();
  const limitAt = desk.state.consultation?.clock?.limitAt;
  desk.pass(MINUTE_MS);
  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'service' });
  expect(seen(desk).consultation).toMatchObject({ kind: 'service', clock: null });
  expect(deadlinesOf(desk).at(-1)).toMatchObject({ callId: 'c1', noticeAt: null, farewellAt: null, limitAt: null });
  desk.pass(5_000);
  desk.happen({ kind: 'undo', id: seen(desk).undo?.id ?? '' });
  expect(desk.state.consultation).toMatchObject({ kind: 'consultation', phase: 'talking', clock: { limitAt } });
  expect(deadlinesOf(desk).at(-1)).toMatchObject({ limitAt });

  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'service' });
  desk.pass(15 * MINUTE_MS);
  expect(desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'consultation' }).refusal?.code).toBe(
    'limit-over',
  );
});

test('by hand after the call: it leaves the workplace, and undo brings its wrap-up back as it was', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'edit-card', consultationId: 'c1', patch: { comment: 'звонил склад' }, record: null });
  desk.ended();
  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'service' });
  expect(desk.state.consultation).toBeNull();
  expect(lastRecord(desk)).toMatchObject({ kind: 'service', closedAt: desk.now });
  desk.pass(9_000);
  desk.happen({ kind: 'undo', id: desk.state.undo?.id ?? '' });
  expect(desk.state.consultation).toMatchObject({
    kind: 'consultation',
    phase: 'wrap-up',
    closedAt: null,
    card: { ...EMPTY_CARD, comment: 'звонил склад', phone: '+7 916 123-45-67' },
  });
  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'service' });
  desk.pass(10_000);
  expect(desk.state.undo, 'ten seconds are over').toBeNull();
  expect(journalRowOf(lastRecord(desk) ?? expect.fail()).kind).toBe('service');
});

test('a call for an event is a user’s; one of the list that turns out to be a user’s begins as a dialled call does', () => {
  const desk = withList();
  desk.ring('c1', '102');
  desk.answered();
  desk.pass(20 * MINUTE_MS);
  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'consultation' });
  expect(desk.state.consultation).toMatchObject({
    phase: 'talking',
    clock: { startedAt: desk.now, elapsedBeforeMs: 0 },
  });
  desk.ended();
  desk.happen({ kind: 'set-call-kind', consultationId: 'c1', to: 'service' });

  desk.happen({ kind: 'dial', number: '102', eventId: null, earlier: null, anew: false });
  const id = desk.state.call?.id ?? '';
  desk.answered(id);
  desk.happen({ kind: 'set-call-kind', consultationId: id, to: 'consultation' });
  expect(desk.state.consultation).toMatchObject({ phase: 'waiting', clock: null });
  desk.pass(2 * MINUTE_MS);
  expect(desk.state.consultation).toMatchObject({ phase: 'talking' });
});

test('the service was killed in a service call: it goes on with the phone, or is closed without it', () => {
  const desk = withList();
  desk.ring('c1', '102');
  desk.answered();
  const record = lastRecord(desk) ?? expect.fail();
  const after = withList();
  const interrupted = { ...record, endedAt: desk.now, endReason: 'interrupted' as const };
  const its = { callId: 'c1', number: '102', displayName: '', dialled: '', direction: 'incoming' as const };
  const call = { ...its, phase: 'up' as const, held: false, muted: false, connected: true, silentForMs: null };
  const registration = { status: 'registered' as const, failure: null, sipCode: null };
  after.happen({
    kind: 'hello',
    registration,
    calls: [{ ...call, startedAgoMs: 5_000, answeredAgoMs: 4_000 }],
    records: [interrupted],
  });
  expect(after.state.consultation).toMatchObject({ kind: 'service', phase: 'talking', endReason: null });
  const gone = reducerDesk({
    serviceNumbers: [LEAD],
    consultation: {
      ...interrupted,
      phase: 'interrupted',
      waitingUntil: null,
      wrapUpUntil: null,
      machine: false,
      savedEdit: 0,
      entry: null,
      asOf: null,
      candidates: [],
    },
  });
  gone.happen({ kind: 'hello', registration, calls: [], records: [] });
  expect(gone.state.consultation).toBeNull();
  expect(lastRecord(gone)).toMatchObject({ kind: 'service', closedAt: gone.now });
});
