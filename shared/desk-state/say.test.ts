import { expect, test } from 'vitest';
import type { SayingId } from '../regulation/sayings.ts';
import { reducerDesk } from './reducer-lab.ts';
import { presenceOf, snapshotOf } from './snapshot.ts';

/** A desk in a conversation. */
function talking() {
  const desk = reducerDesk();
  desk.happen({
    kind: 'fact',
    fact: { kind: 'ringing', callId: 'c', number: '+79161234567', displayName: '', dialled: '', agoMs: 0 },
  });
  desk.happen({ kind: 'fact', fact: { kind: 'answered', callId: 'c', agoMs: 0 } });
  const consultationId = desk.state.consultation?.id ?? '';
  const say = (id: SayingId, detail = '', program: 'AnyDesk' | null = null) =>
    desk.happen({ kind: 'say', consultationId, id, detail, program });
  const lines = () =>
    desk.effects.flatMap((effect) =>
      effect.kind === 'write' && effect.write.kind === 'story'
        ? [`${effect.write.line.what}: ${effect.write.line.text}`]
        : [],
    );
  const card = () => desk.state.consultation?.card;
  return { desk, say, lines, card, consultationId };
}

test('3.2: taking it sets the outcome with its item, and is a row of the time line', () => {
  const { say, lines, card, desk } = talking();
  expect(say('out-of-scope', 'programming').refusal).toBeNull();
  expect(card()).toMatchObject({ outcome: 'out-of-scope', outOfScope: 'programming' });
  expect(lines()).toEqual(expect.arrayContaining(['said: out-of-scope programming', 'outcome: out-of-scope']));
  expect(desk.state.consultation?.said).toEqual([
    { at: desk.now, id: 'out-of-scope', detail: 'programming', program: null },
  ]);
});

test('2.10: the end for wording comes after the warning only', () => {
  const { say, card } = talking();
  expect(say('end-for-wording').refusal).toMatchObject({ code: 'not-said-before' });
  expect(card()?.outcome).toBeNull();
  say('warn-wording');
  expect(say('end-for-wording').refusal).toBeNull();
  expect(card()?.outcome).toBe('insulting-wording');
});

test('what must be written down is asked for; nothing half-said is kept', () => {
  const { say, desk } = talking();
  expect(say('remote-connection', ' ').refusal).toMatchObject({ code: 'saying-not-whole' });
  expect(desk.state.consultation?.said).toEqual([]);
});

test('6.2: the address of a remote connection is kept with its program', () => {
  const { say, desk, lines } = talking();
  say('remote-connection', ' 123 456 789 ', 'AnyDesk');
  expect(desk.state.consultation?.said[0]).toMatchObject({ detail: '123 456 789', program: 'AnyDesk' });
  expect(lines()).toContain('said: remote-connection AnyDesk 123 456 789');
});

test('2.6: criticality confirmed goes to the events booked from it, before and after, and to the leads', () => {
  const { say, desk, consultationId } = talking();
  const user = {
    name: 'Петрова',
    number: '+79161234567',
    registrationNumber: '',
    organisation: '',
    configuration: '',
    city: '',
  };
  const draft = {
    user,
    topic: null,
    comment: '',
    criticality: 'none' as const,
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  desk.happen({ kind: 'book-event', draft, consultationId, record: null });
  expect(presenceOf(desk.state, desk.now).consultation).toMatchObject({ critical: false, complaint: false });
  say('confirm-criticality', 'касса стоит');
  desk.happen({ kind: 'book-event', draft, consultationId, record: null });
  expect(desk.state.events.map(({ criticality }) => criticality)).toEqual(['confirmed', 'confirmed']);
  expect(desk.state.events[1]?.history.at(-1)).toMatchObject({ what: 'criticality', reason: 'касса стоит' });
  expect(presenceOf(desk.state, desk.now).consultation).toMatchObject({ critical: true });
  expect(desk.state.consultation?.card.topic).toBe('errors');
});

test('2.6: a consultation dialled for a critical event is critical', () => {
  const { desk } = talking();
  const event = { id: 'e', criticality: 'confirmed' as const };
  const { consultation } = desk.state;
  const user = { name: '', number: '1', registrationNumber: '', organisation: '', configuration: '', city: '' };
  desk.happen({
    kind: 'book-event',
    draft: { user, topic: null, comment: '', criticality: 'none', preferredAt: null, convenient: null, mine: false },
    consultationId: null,
    record: null,
  });
  const [booked] = desk.state.events;
  if (!consultation || !booked) throw new Error('no consultation or event');
  const state = { ...desk.state, events: [{ ...booked, ...event }], consultation: { ...consultation, eventId: 'e' } };
  expect(presenceOf(state, desk.now).consultation).toMatchObject({ critical: true });
});

test('5.1: a complaint is the leads’ at once and decides nothing', () => {
  const { say, desk, card } = talking();
  const before = card();
  say('complaint');
  expect(card()).toEqual(before);
  expect(presenceOf(desk.state, desk.now).consultation).toMatchObject({ complaint: true });
});

test('2.6: the requests that wait since before the opening are named first; one that is not confirmed waits no more', () => {
  const desk = reducerDesk();
  const nine = desk.now - 3_600_000;
  const user = { name: '', number: '1', registrationNumber: '', organisation: '', configuration: '', city: '' };
  const draft = {
    user,
    topic: null,
    comment: '',
    criticality: 'requested' as const,
    preferredAt: null,
    convenient: null,
    mine: false,
  };
  const around = {
    version: 1,
    unclosed: [],
    recent: [],
    today: { consultations: 0, averageMs: null, cutAtLimit: 0, serviceCalls: 0 },
    missed: { callers: 0, lastAt: null },
    pace: null,
    desktop: null,
  };
  const first = () => snapshotOf(desk.state, { ...around, now: desk.now }).firstToConfirm;
  desk.happen({ kind: 'book-event', draft, consultationId: null, record: null }, desk.now - nine + 1);
  desk.happen({ kind: 'book-event', draft, consultationId: null, record: null });
  expect(first()).toEqual(['event-1']);
  desk.happen({ kind: 'confirm-criticality', eventId: 'event-1', reason: 'программа работает', confirmed: false });
  expect(desk.state.events.find(({ id }) => id === 'event-1')?.criticality).toBe('none');
  expect(first()).toEqual([]);
});

test('«Отменить»: it was not said; what followed goes, unless it was changed since, and the events are as before', () => {
  const { say, desk, lines, card, consultationId } = talking();
  const user = { name: '', number: '1', registrationNumber: '', organisation: '', configuration: '', city: '' };
  const draft = { user, topic: null, comment: '', preferredAt: null, convenient: null, mine: false };
  desk.happen({ kind: 'book-event', draft: { ...draft, criticality: 'requested' }, consultationId, record: null });
  const undo = () => desk.happen({ kind: 'undo', id: desk.state.undo?.id ?? '' });

  say('confirm-criticality', 'касса стоит');
  expect(desk.state.undo).toMatchObject({ what: 'said', saying: 'confirm-criticality', until: desk.now + 10_000 });
  desk.pass(9_999);
  expect(undo().refusal).toBeNull();
  expect(desk.state.consultation).toMatchObject({ said: [], card: { topic: null } });
  expect(desk.state.events[0]).toMatchObject({ criticality: 'requested' });
  expect(presenceOf(desk.state, desk.now).consultation).toMatchObject({ critical: false });
  expect(lines().slice(-2)).toEqual(['unsaid: confirm-criticality касса стоит', 'topic: ']);
  expect(undo().refusal?.code, 'once').toBe('undo-late');

  say('not-identified');
  expect(card()).toMatchObject({ closing: 'refused-to-name', outcome: 'not-identified' });
  desk.happen({ kind: 'edit-card', consultationId, patch: { outcome: 'solved' }, record: null });
  undo();
  expect(card()).toMatchObject({ closing: null, outcome: 'solved' });
});

test('what was said stays said once its consultation has left the workplace, and after ten seconds', () => {
  const { say, desk, consultationId } = talking();
  say('complaint');
  desk.pass(10_000);
  expect(desk.state.undo).toBeNull();
  desk.fact({ kind: 'ended', callId: 'c', cause: 'remote', sipCode: null, media: null, agoMs: 0 });
  desk.pass(175_000);
  say('complaint');
  desk.pass(5_000);
  expect(desk.state.consultation, 'among «Незакрытые»').toBeNull();
  expect(desk.state.undo).toBeNull();
  expect(desk.written('consultation').at(-1)?.record).toMatchObject({ id: consultationId, said: [{}, {}] });
});
