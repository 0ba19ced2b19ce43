import { expect, test } from 'vitest';
import { reducerDesk } from './reducer-lab.ts';
import type { ConsultationRecord } from './record.ts';
import { stageLines } from './stages.ts';

const MINUTE = 60_000;

const told = (desk: ReturnType<typeof reducerDesk>) =>
  desk.written('story').map(({ consultationId, line }) => [consultationId, line.what, line.text]);
const settled = (desk: ReturnType<typeof reducerDesk>) =>
  desk.written('missed-settled').map(({ number, by }) => [number, by]);

/** A consultation of an earlier day, as the journal has it. */
function earlier(over: Partial<ConsultationRecord> = {}): ConsultationRecord {
  const desk = reducerDesk();
  desk.talk();
  const [record] = desk.written('consultation').map((write) => write.record);
  if (record === undefined) throw new Error('a talk writes its consultation');
  return { ...record, id: 'before', n: 0, inquiry: '0Ж-000', ...over };
}

test('«Продолжение»: both stories say it, the link can be taken away, and only an earlier one can be continued', () => {
  const desk = reducerDesk();
  desk.talk();
  const link = (to: ConsultationRecord | null) =>
    desk.happen({ kind: 'link-consultation', consultationId: 'c1', earlier: to, record: null });
  expect(link(earlier()).refusal).toBeNull();
  expect(desk.state.consultation?.continues).toEqual({ id: 'before', inquiry: '0Ж-000' });
  expect(told(desk).slice(-2)).toEqual([
    ['c1', 'continues', '0Ж-000'],
    ['before', 'continued', desk.state.consultation?.inquiry],
  ]);
  expect(link(earlier({ id: 'later', n: 99 })).refusal?.code).toBe('not-earlier');
  link(null);
  expect(desk.state.consultation?.continues).toBeNull();
  expect(told(desk).at(-1)).toEqual(['c1', 'unlinked', '']);
});

test('«Продолжение» of a consultation that is in the journal only', () => {
  const desk = reducerDesk();
  const record = earlier({ id: 'k5', n: 5, inquiry: '0Р-005', closedAt: 1 });
  desk.happen({ kind: 'link-consultation', consultationId: 'k5', earlier: earlier(), record });
  expect(desk.written('consultation').at(-1)?.record).toMatchObject({ id: 'k5', continues: { id: 'before' } });
  expect(desk.state.consultation).toBeNull();
});

test('missed is settled by an answer, by the user coming to the phone, by an event; not by ringing', () => {
  const desk = reducerDesk();
  desk.ring('c1');
  desk.ended('c1', 'cancelled');
  expect(settled(desk)).toEqual([]);
  desk.ring('c2');
  desk.answered('c2');
  expect(settled(desk)).toEqual([['+79161234567', 'spoken-to']]);

  const calling = reducerDesk();
  calling.happen({ kind: 'dial', number: '101', eventId: null, earlier: null, anew: false });
  const callId = calling.state.call?.id ?? '';
  calling.answered(callId);
  expect(settled(calling)).toEqual([]);
  calling.happen({ kind: 'user-on-line', consultationId: callId });
  expect(settled(calling)).toEqual([['101', 'spoken-to']]);

  const booking = reducerDesk();
  booking.ring('c3');
  booking.happen({ kind: 'decline-to-event', callId: 'c3' });
  expect(settled(booking)).toEqual([['+79161234567', 'event']]);
});

test('a caller with an open event is called back anyway: missed again, he is settled at once', () => {
  const desk = reducerDesk();
  desk.ring('c1');
  desk.happen({ kind: 'decline-to-event', callId: 'c1' });
  desk.ended('c1', 'declined');
  desk.ring('c2');
  desk.ended('c2', 'cancelled');
  expect(desk.written('missed').map(({ missed }) => missed.callId)).toEqual(['c2']);
  expect(settled(desk).at(-1)).toEqual(['+79161234567', 'event']);
});

test('«Не требуется», and back', () => {
  const desk = reducerDesk();
  desk.happen({ kind: 'set-missed-needed', number: '101', needed: false });
  desk.happen({ kind: 'set-missed-needed', number: '101', needed: true });
  expect(settled(desk)).toEqual([
    ['101', 'not-needed'],
    ['101', null],
  ]);
});

test('the story tells mute, what was chosen, and when the card left for «Незакрытые»', () => {
  const desk = reducerDesk();
  desk.talk();
  desk.fact({ kind: 'muted', callId: 'c1', muted: true, agoMs: 0 });
  desk.fact({ kind: 'muted', callId: 'c1', muted: true, agoMs: 0 });
  desk.fact({ kind: 'muted', callId: 'c1', muted: false, agoMs: 0 });
  const edit = { kind: 'edit-card', consultationId: 'c1', record: null } as const;
  desk.happen({ ...edit, patch: { topic: 'errors', comment: 'касса' } });
  desk.happen({ ...edit, patch: { comment: 'касса не печатает' } });
  desk.happen({ ...edit, patch: { outcome: 'solved' } });
  desk.ended('c1');
  desk.pass(4 * MINUTE);
  expect(told(desk).map(([, what, text]) => [what, text])).toEqual([
    ['ringing', '+79161234567'],
    ['answered', ''],
    ['muted', ''],
    ['unmuted', ''],
    ['topic', 'errors'],
    ['outcome', 'solved'],
    ['ended', 'user'],
    ['to-unclosed', ''],
  ]);
});

test('the stages follow from the clock, given again after a grant', () => {
  const desk = reducerDesk();
  desk.talk();
  const began = desk.now;
  desk.pass(12.5 * MINUTE);
  desk.happen({
    kind: 'grant',
    consultationId: 'c1',
    grant: { id: 'g1', minutes: 3, reason: 'восстановление', by: 'Старший', at: desk.now },
  });
  desk.pass(4 * MINUTE);
  desk.ended('c1');
  const record = desk.written('consultation').at(-1)?.record;
  expect(record && stageLines(record).map(({ at, what }) => [(at - began) / MINUTE, what])).toEqual([
    [12, 'warning'],
    [15, 'warning'],
  ]);
});
