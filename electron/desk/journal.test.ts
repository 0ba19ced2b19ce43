import { expect, test } from 'vitest';
import { EMPTY_CARD, type Card } from '../../shared/contract/journal.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { DEFAULT_POLICY } from '../../shared/regulation/consultation-clock.ts';
import { inquiryNumber } from '../../shared/regulation/inquiry-number.ts';
import { parsePhone } from '../../shared/regulation/phone-number.ts';
import { journalReader } from './journal-reader.ts';
import { writeJournal } from './journal-writer.ts';
import { openDeskDatabase } from './schema.ts';

/** 24.11.2026, 10:00 in Moscow. */
const TEN = Date.UTC(2026, 10, 24, 7);
const HOUR = 3_600_000;
const author = { consultant: { id: 'petrova', name: 'Петрова' }, newId: () => crypto.randomUUID() };

function record(n: number, number: string, card: Partial<Card> = {}, over: Partial<ConsultationRecord> = {}) {
  const startedAt = TEN + n * HOUR;
  return {
    id: `k${n}`,
    n,
    inquiry: inquiryNumber(n),
    direction: 'incoming' as const,
    number,
    e164: parsePhone(number).e164,
    displayName: '',
    eventId: null,
    eventSettled: false,
    consultant: 'Петрова',
    callId: `c${n}`,
    startedAt,
    answeredAt: startedAt,
    callAnsweredAt: startedAt,
    talkingSince: null,
    talkMs: 60_000,
    heldMs: 0,
    clock: null,
    policy: DEFAULT_POLICY,
    endedAt: startedAt + 60_000,
    endReason: 'user' as const,
    continuableUntil: null,
    closedAt: null,
    card: { ...EMPTY_CARD, ...card },
    bookedEventIds: [],
    touchedAt: startedAt + 60_000,
    ...over,
  };
}

function journal(...records: ConsultationRecord[]) {
  const database = openDeskDatabase(':memory:');
  writeJournal(
    database,
    records.map((one) => ({ kind: 'consultation', record: one })),
    author,
  );
  const reader = journalReader(database);
  const find = (text: string, day: string | null = null) =>
    reader.search({ text, day, limit: 50, before: null }).map(({ id }) => id);
  return { database, reader, find };
}

const elka = record(1, '+79161234567', {
  organisation: 'ООО «Ёлочка»',
  registrationNumber: '8001234567',
  inn: '7707083893',
  contact: 'Ильина Ольга',
  comment: 'Не печатает чек на кассе № 5',
});
const ul = record(2, '8 (495) 999-88-77', { organisation: 'ИП Ул', city: 'Уфа', comment: '"кавычки" AND OR *' });

test.each([
  ['елоч', ['k1']],
  ['ЁЛОЧКА', ['k1']],
  ['лочка ильина', ['k1']],
  ['лочка петрова', []],
  ['0012345', ['k1']],
  ['770708', ['k1']],
  ['касс', ['k1']],
  ['ул', ['k2']],
  ['уф', ['k2']],
  ['Н', ['k1']],
  ['лы', []],
  ['чек 5', ['k1']],
  ['9161234567', ['k1']],
  ['8 916 123-45-67', ['k1']],
  ['123-45', ['k1']],
  ['+7 (495) 999 88 77', ['k2']],
  ['кавычки', ['k2']],
  ['" OR *', ['k2']],
  ['7707083893', ['k1']],
  ['8001234567', ['k1']],
  ['', ['k2', 'k1']],
  [inquiryNumber(2), ['k2']],
  [inquiryNumber(2).toLowerCase().replace('-', ' '), ['k2']],
])('the journal is searched: %j finds %j', (text, found) => {
  const { find } = journal(elka, ul);
  expect(find(text)).toEqual(found);
});

test('a changed card is found by what it says now, and no longer by what it said', () => {
  const { database, find } = journal(elka);
  const changed = { ...elka, card: { ...elka.card, organisation: 'ООО Сосна' } };
  writeJournal(database, [{ kind: 'consultation', record: changed }], author);
  expect(find('сосна')).toEqual(['k1']);
  expect(find('елочка')).toEqual([]);
  expect(database.integrityProblems()).toEqual([]);
});

test('the search keeps to a Moscow day and to what was before an instant', () => {
  const late = record(3, '101', {}, { id: 'night', startedAt: Date.UTC(2026, 10, 24, 21) });
  const { reader, find } = journal(elka, ul, late);
  expect(find('', '2026-11-24')).toEqual(['k2', 'k1']);
  expect(find('', '2026-11-25')).toEqual(['night']);
  const before = reader.search({ text: '', day: null, limit: 1, before: ul.startedAt });
  expect(before.map(({ id }) => id)).toEqual(['k1']);
});

test('the day counts consultations held: no unanswered call, none that was not held', () => {
  const clock = {
    startedAt: TEN,
    elapsedBeforeMs: 0,
    limitMs: 900_000,
    warningAt: TEN,
    lastMinuteAt: TEN,
    noticeAt: null,
    farewellAt: TEN,
    limitAt: TEN,
    atLimit: 'end' as const,
    scale: 1,
    grants: [],
  };
  const { reader } = journal(
    record(1, '101', {}, { clock, talkMs: 100_000 }),
    record(2, '102', {}, { clock, talkMs: 300_000, endReason: 'limit' }),
    record(3, '103', { closing: 'not-held' }, { clock, closedAt: TEN }),
    record(4, '104', {}, { answeredAt: null, endReason: 'no-answer', closedAt: TEN }),
  );
  const { today, unclosed, recent } = reader.overview('2026-11-24');
  expect(today).toEqual({ consultations: 2, averageMs: 200_000, cutAtLimit: 1 });
  expect(unclosed.map(({ id }) => id)).toEqual(['k1', 'k2']);
  expect(recent.map(({ id }) => id)).toEqual(['k4', 'k3', 'k2', 'k1']);
  expect(reader.overview('2026-11-25').today).toEqual({ consultations: 0, averageMs: null, cutAtLimit: 0 });
});

test('a caller is known by the number however it is written', () => {
  const { reader } = journal(elka, ul);
  expect(reader.caller('89161234567', 'c9', TEN).history.map(({ id }) => id)).toEqual(['k1']);
  expect(reader.caller('84959998877', 'c9', TEN).history.map(({ id }) => id)).toEqual(['k2']);
  expect(reader.conversationsOf('8001234567')).toBe(1);
});

test('what one step decides is on disk whole or not at all', () => {
  const { database, reader, find } = journal(elka);
  const clash = { ...ul, id: 'other', n: elka.n };
  const story = { at: TEN, what: 'closed' as const, text: '' };
  expect(() =>
    writeJournal(
      database,
      [
        { kind: 'story', consultationId: 'k1', line: story },
        { kind: 'consultation', record: clash },
      ],
      author,
    ),
  ).toThrow();
  expect(reader.story('k1')?.lines).toEqual([]);
  expect(find('')).toEqual(['k1']);
});
