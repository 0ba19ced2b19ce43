import { expect, test } from 'vitest';
import { MINUTE_MS } from '../regulation/time.ts';
import { reducerDesk } from './reducer-lab.ts';

type Desk = ReturnType<typeof reducerDesk>;

const undo = (desk: Desk) => desk.happen({ kind: 'undo', id: desk.state.undo?.id ?? '' });
const stories = (desk: Desk) => desk.written('story').map(({ line }) => line.what);
const facts = (desk: Desk) => desk.written('fact').map(({ body }) => body.kind);
const journal = (desk: Desk, id: string) =>
  desk
    .written('consultation')
    .filter(({ record }) => record.id === id)
    .at(-1)?.record ?? expect.fail();

const SOLVED = {
  registrationNumber: '8102345',
  organisation: '«Вита»',
  configuration: 'Розница',
  topic: 'errors',
  outcome: 'solved',
} as const;

/** A conversation, its card complete, closed. */
function closed(desk: Desk, consultationId = 'c1'): void {
  desk.happen({ kind: 'edit-card', consultationId, patch: SOLVED, record: null });
  desk.ended(consultationId);
  expect(desk.happen({ kind: 'close-consultation', consultationId }).refusal).toBeNull();
}

test('a consultation closed by mistake is at its wrap-up again, as it was, and closes once more', () => {
  const desk = reducerDesk();
  desk.talk();
  closed(desk);
  expect(desk.state.undo).toMatchObject({ what: 'closed', who: '«Вита»', until: desk.now + 10_000 });
  desk.pass(9_000);
  expect(undo(desk).refusal).toBeNull();
  const { consultation, undo: offered } = desk.state;
  expect(consultation).toMatchObject({
    id: 'c1',
    phase: 'wrap-up',
    closedAt: null,
    card: { ...SOLVED, closing: null },
  });
  expect(consultation?.wrapUpUntil, 'its limit begins anew').toBe(desk.now + desk.state.wrapUpMs);
  expect(offered).toBeNull();
  expect(journal(desk, 'c1').closedAt).toBeNull();
  desk.pass(MINUTE_MS);
  desk.happen({ kind: 'close-consultation', consultationId: 'c1' });
  expect(stories(desk).slice(-3)).toEqual(['closed', 'close-undone', 'closed']);
  expect(facts(desk)).toEqual(['consultation-closed', 'consultation-reopened', 'consultation-closed']);
});

test('after ten seconds it stays closed', () => {
  const desk = reducerDesk();
  desk.talk();
  closed(desk);
  const { id } = desk.state.undo ?? expect.fail();
  desk.pass(10_000);
  expect(desk.state.undo).toBeNull();
  expect(desk.happen({ kind: 'undo', id }).refusal?.code).toBe('undo-late');
  expect(journal(desk, 'c1').closedAt).not.toBeNull();
});

test('the next call has come meanwhile: it goes to «Незакрытые», and the call is left alone', () => {
  const desk = reducerDesk();
  desk.talk();
  closed(desk);
  desk.ring('c2', '+73422001133');
  desk.answered('c2');
  expect(undo(desk).refusal).toBeNull();
  expect(desk.state.consultation).toMatchObject({ id: 'c2', phase: 'talking' });
  expect(journal(desk, 'c1')).toMatchObject({ closedAt: null, endReason: 'user', card: SOLVED });
  expect(facts(desk)).toEqual(['consultation-closed', 'consultation-reopened']);
});

test('the event that closing has handled is open again with it', () => {
  const desk = reducerDesk();
  const user = {
    name: '',
    number: '+79161234567',
    registrationNumber: '',
    organisation: '',
    configuration: '',
    city: '',
  };
  const draft = { user, topic: null, comment: '', preferredAt: null, convenient: null, mine: true };
  desk.happen({ kind: 'book-event', draft: { ...draft, criticality: 'none' }, consultationId: null, record: null });
  const [event] = desk.state.events;
  desk.happen({ kind: 'dial', number: '+79161234567', eventId: event?.id ?? '', earlier: null, anew: false });
  const id = desk.state.call?.id ?? expect.fail();
  desk.answered(id);
  desk.happen({ kind: 'user-on-line', consultationId: id });
  closed(desk, id);
  expect(desk.state.events[0]?.closed).toMatchObject({ outcome: 'handled' });
  expect(desk.state.undo).toMatchObject({ what: 'closed-handled' });
  undo(desk);
  expect(desk.state.events[0]?.closed).toBeNull();
  expect(desk.state.consultation).toMatchObject({ id, eventSettled: false });
  desk.happen({ kind: 'close-consultation', consultationId: id });
  expect(desk.state.events[0]?.closed, 'closing decides it anew').toMatchObject({ outcome: 'handled' });
});

test('«Не готов после этого звонка», which closing made true, waits for the wrap-up again', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.happen({ kind: 'set-after-call', afterCall: { reason: 'break' } });
  closed(desk);
  expect(desk.state.availability).toMatchObject({ kind: 'not-ready', reason: 'break' });
  undo(desk);
  expect(desk.state.availability.kind).toBe('ready');
  expect(desk.state.afterCall).toEqual({ reason: 'break' });
  desk.happen({ kind: 'close-consultation', consultationId: 'c1' });
  expect(desk.state.availability).toMatchObject({ kind: 'not-ready', reason: 'break' });
});

test('4.2: the form that outlived the wrap-up still books for its consultation', () => {
  const desk = reducerDesk();
  desk.talk();
  const card = { registrationNumber: '800', organisation: 'Ёлочка', contact: 'Ольга', topic: 'errors' };
  desk.happen({ kind: 'edit-card', consultationId: 'c1', patch: card, record: null });
  desk.ended('c1', 'limit');
  const record = desk.state.consultation ?? expect.fail();
  desk.pass(3 * MINUTE_MS);
  expect(desk.state.consultation).toBeNull();
  const user = { name: '', number: '', registrationNumber: '', organisation: '', configuration: '', city: '' };
  const wish = {
    comment: 'перезвонить',
    criticality: 'none',
    preferredAt: null,
    convenient: null,
    mine: false,
  } as const;
  const booking = { kind: 'book-event', consultationId: 'c1', draft: { user, topic: null, ...wish } } as const;
  expect(desk.happen({ ...booking, record: null }).refusal?.code, 'nobody knows it').toBe('no-consultation');
  expect(desk.happen({ ...booking, record }).refusal).toBeNull();
  const [event] = desk.state.events;
  expect(event).toMatchObject({
    user: { name: 'Ольга', e164: '+79161234567', registrationNumber: '800', organisation: 'Ёлочка' },
    topic: 'errors',
    source: 'wrap-up',
    consultationId: 'c1',
  });
  const journal = desk.written('consultation').at(-1)?.record;
  expect(journal).toMatchObject({ id: 'c1', card, bookedEventIds: [event?.id], closedAt: null });
  expect(desk.written('story').at(-1)).toMatchObject({ consultationId: 'c1', line: { what: 'event-booked' } });
  expect(desk.state.consultation, 'it stays where it is').toBeNull();
});
