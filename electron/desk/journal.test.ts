import { expect, test } from 'vitest';
import { EMPTY_CARD, type Card, type JournalQuestion } from '../../shared/contract/journal.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { madeUpRecord } from '../../shared/desk-state/made-up-record.ts';
import { inquiryNumber } from '../../shared/regulation/inquiry-number.ts';
import { parsePhone } from '../../shared/regulation/phone-number.ts';
import { journalReader } from './journal-reader.ts';
import { writeJournal } from './journal-writer.ts';
import { openDeskDatabase } from './schema.ts';

/** 24.11.2026, 10:00 in Moscow. */
const TEN = Date.UTC(2026, 10, 24, 7);
const HOUR = 3_600_000;
const author = { consultant: { id: 'petrova', name: 'Петрова' }, newId: () => crypto.randomUUID() };

const ANYTHING: JournalQuestion = {
  text: '',
  from: null,
  to: null,
  outcome: null,
  endReason: null,
  kind: null,
  limit: 50,
  after: null,
};

const record = (n: number, number: string, card: Partial<Card> = {}, over: Partial<ConsultationRecord> = {}) =>
  madeUpRecord(n, TEN + n * HOUR, {
    number,
    e164: parsePhone(number).e164,
    card: { ...EMPTY_CARD, ...card },
    closedAt: null,
    ...over,
  });

function journal(...records: ConsultationRecord[]) {
  const database = openDeskDatabase(':memory:');
  writeJournal(
    database,
    records.map((one) => ({ kind: 'consultation', record: one })),
    author,
  );
  const reader = journalReader(database);
  const ask = (over: Partial<JournalQuestion>) => reader.search({ ...ANYTHING, ...over });
  const find = (text: string, day: string | null = null) => ask({ text, from: day, to: day }).rows.map(({ id }) => id);
  return { database, reader, find, ask };
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

test('the search keeps to days in Moscow, outcome and end', () => {
  const late = record(3, '101', { outcome: 'solved' }, { id: 'night', startedAt: Date.UTC(2026, 10, 24, 21) });
  const cut = record(4, '101', { outcome: 'solved' }, { id: 'cut', startedAt: late.startedAt, endReason: 'limit' });
  const { find, ask } = journal(elka, ul, late, cut);
  const ids = (question: Partial<JournalQuestion>) => ask(question).rows.map(({ id }) => id);
  expect(find('', '2026-11-24')).toEqual(['k2', 'k1']);
  expect(find('', '2026-11-25')).toEqual(['cut', 'night']);
  expect(find('', '2026-11-26')).toEqual([]);
  expect(ids({ from: '2026-11-20', to: '2026-11-24' })).toEqual(['k2', 'k1']);
  expect(ids({ from: '2026-11-25' })).toEqual(['cut', 'night']);
  expect(ids({ outcome: 'solved' })).toEqual(['cut', 'night']);
  expect(ids({ outcome: 'solved', endReason: 'limit' })).toEqual(['cut']);
  expect(ids({ text: '101', endReason: 'user' })).toEqual(['night']);
  expect(ids({ text: 'елочка', from: '2026-11-25' })).toEqual([]);
});

test.each(['', 'петров'])('page by page nothing is lost or told twice, even at one instant: %j', (text) => {
  const same = Array.from({ length: 7 }, (_, n) =>
    record(n + 1, '101', { contact: 'Петров' }, { startedAt: TEN, id: `s${n + 1}` }),
  );
  const { ask } = journal(...same);
  const pages: string[][] = [];
  let after: number | null = null;
  do {
    const page = ask({ text, limit: 3, after });
    pages.push(page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(pages).toEqual([['s7', 's6', 's5'], ['s4', 's3', 's2'], ['s1']]);
});

test('an inquiry number that was misheard is said to be', () => {
  const { ask } = journal(elka, ul);
  const [digits, rest] = [inquiryNumber(2).slice(0, 1), inquiryNumber(2).slice(2)];
  expect(ask({ text: `${digits}Ж${rest}` })).toMatchObject({ rows: [], wrongCheck: true });
  expect(ask({ text: inquiryNumber(2) }).wrongCheck).toBe(false);
  expect(ask({ text: 'ул' }).wrongCheck).toBe(false);
});

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

test('the day counts consultations held: no unanswered call, none that was not held', () => {
  const { reader } = journal(
    record(1, '101', {}, { clock, talkMs: 100_000 }),
    record(2, '102', {}, { clock, talkMs: 300_000, endReason: 'limit' }),
    record(3, '103', { closing: 'not-held' }, { clock, closedAt: TEN }),
    record(4, '104', {}, { answeredAt: null, endReason: 'no-answer', closedAt: TEN }),
  );
  const { today, unclosed, recent } = reader.overview('2026-11-24');
  expect(today).toEqual({ consultations: 2, averageMs: 200_000, cutAtLimit: 1, serviceCalls: 0 });
  expect(unclosed.map(({ id }) => id)).toEqual(['k1', 'k2']);
  expect(recent.map(({ id }) => id)).toEqual(['k4', 'k3', 'k2', 'k1']);
  expect(reader.overview('2026-11-25').today).toEqual({
    consultations: 0,
    averageMs: null,
    cutAtLimit: 0,
    serviceCalls: 0,
  });
});

test('a period is counted like a day, both days included', () => {
  const { reader } = journal(
    record(1, '101', {}, { clock, talkMs: 100_000 }),
    record(2, '102', {}, { clock, talkMs: 200_000, startedAt: TEN + 24 * HOUR, answeredAt: TEN + 24 * HOUR }),
  );
  expect(reader.figures('2026-11-24', '2026-11-25')).toEqual({
    consultations: 2,
    averageMs: 150_000,
    cutAtLimit: 0,
    serviceCalls: 0,
  });
  expect(reader.figures('2026-11-25', '2026-11-30').consultations).toBe(1);
});

test('the last five are known by number, registration number and organisation, without the present one', () => {
  const known = { registrationNumber: '8001234567', organisation: 'ООО «Ёлочка»' };
  const { reader } = journal(
    record(1, '+79161234567'),
    record(2, '+74951112233', known),
    record(3, '+74951112244', { organisation: 'ООО "Елочка"' }),
    record(4, '+79161234567', known),
    record(5, '+79990000000', { organisation: 'Другая' }),
  );
  const ids = (who: Partial<Parameters<typeof reader.history>[0]>) =>
    reader.history({ number: '', registrationNumber: '', organisation: '', except: null, ...who }).map(({ id }) => id);
  expect(ids({})).toEqual([]);
  expect(ids({ number: '8 916 123-45-67' })).toEqual(['k4', 'k1']);
  expect(ids({ number: '89161234567', registrationNumber: ' 8001234567', except: 'k4' })).toEqual(['k2', 'k1']);
  expect(ids({ organisation: 'ооо елочка' })).toEqual(['k4', 'k3', 'k2']);
});

test('a chain is shown whole from each of its links, also where the first is gone', () => {
  const after = (n: number) => ({ continues: { id: `k${n}`, inquiry: inquiryNumber(n) } });
  const { database, reader } = journal(
    record(1, '101'),
    record(2, '101', {}, after(1)),
    record(3, '101', {}, after(2)),
    record(4, '101', {}, after(2)),
    record(5, '101'),
  );
  const chain = (id: string) => reader.story(id)?.chain.map((row) => row.id);
  for (const id of ['k1', 'k2', 'k3', 'k4']) expect(chain(id)).toEqual(['k1', 'k2', 'k3', 'k4']);
  expect(chain('k5')).toEqual([]);
  expect(reader.story('k3')?.continues).toBe('k2');
  database.run(database.kysely.deleteFrom('consultations').where('id', '=', 'k1'));
  expect(chain('k3')).toEqual(['k2', 'k3', 'k4']);
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

test('service calls are counted, found and listed apart', () => {
  const { reader, ask } = journal(
    record(1, '101', {}, { clock, talkMs: 100_000 }),
    record(2, '102', {}, { kind: 'service', closedAt: TEN }),
    record(3, '103', {}, { kind: 'service', clock, closedAt: TEN }),
    record(4, '104', {}, { kind: 'service', answeredAt: null, endReason: 'no-answer', closedAt: TEN }),
  );
  expect(reader.overview('2026-11-24').today).toMatchObject({ consultations: 1, averageMs: 100_000, serviceCalls: 2 });
  expect(ask({ kind: 'service' }).rows.map(({ id, kind }) => [id, kind])).toEqual([
    ['k4', 'service'],
    ['k3', 'service'],
    ['k2', 'service'],
  ]);
  expect(ask({ kind: 'consultation' }).rows.map(({ id }) => id)).toEqual(['k1']);
  expect(ask({}).rows).toHaveLength(4);
});

test('what is said for after the call, and the shift, are remembered', () => {
  const { database, reader } = journal();
  expect(reader.remembered()).toEqual({});
  const shift = { startedAt: TEN, endedAt: null, skippedCheck: true, check: null };
  const availability = { kind: 'not-ready', reason: 'lunch', since: TEN } as const;
  writeJournal(database, [{ kind: 'remembered', what: { shift, afterCall: { reason: 'break' } } }], author);
  writeJournal(database, [{ kind: 'remembered', what: { availability, afterCall: null } }], author);
  expect(reader.remembered()).toEqual({ shift, availability, afterCall: null });
});
