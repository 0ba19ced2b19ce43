import { expect, test } from 'vitest';
import { EMPTY_CARD } from '../../shared/contract/journal.ts';
import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { madeUpRecord } from '../../shared/desk-state/made-up-record.ts';
import { journalReader } from './journal-reader.ts';
import { writeJournal } from './journal-writer.ts';
import { journalRetention } from './retention.ts';
import { openDeskDatabase } from './schema.ts';

const DAY = 24 * 3_600_000;
const author = { consultant: { id: 'm', name: 'Мария' }, newId: () => crypto.randomUUID() };

const record = (n: number, over: Partial<ConsultationRecord> = {}): ConsultationRecord =>
  madeUpRecord(n, n * DAY, { card: { ...EMPTY_CARD, organisation: `Ёлка${n}` }, ...over });

const openEvent = (consultationId: string): CallbackEvent => ({
  id: 'e1',
  user: {
    name: '',
    number: '112',
    e164: null,
    extension: '112',
    registrationNumber: '',
    organisation: '',
    configuration: '',
    city: '',
  },
  topic: null,
  comment: '',
  criticality: 'none',
  source: 'consultation',
  bookedAt: 1,
  dueBy: 2,
  preferToday: true,
  preferredAt: null,
  convenient: null,
  owner: null,
  attempts: [],
  nextAttemptAt: null,
  consultationId,
  closed: null,
  history: [],
});

function journal(...records: ConsultationRecord[]) {
  const database = openDeskDatabase(':memory:');
  const writes = records.flatMap((one) => [
    { kind: 'consultation' as const, record: one },
    { kind: 'story' as const, consultationId: one.id, line: { at: one.startedAt, what: 'ringing' as const, text: '' } },
  ]);
  writeJournal(database, writes, author);
  const reader = journalReader(database);
  const stories = () => database.all(database.kysely.selectFrom('story_lines').select('id')).length;
  return { database, reader, stories, retention: journalRetention(database, () => false) };
}

test('what is older goes with its story and cannot be found any more; the rest stays', async () => {
  const { reader, retention, stories } = journal(record(1), record(2), record(3));
  expect(retention.count(2.5 * DAY)).toBe(2);
  expect(await retention.remove(2.5 * DAY)).toBe(2);
  expect(retention.count(2.5 * DAY)).toBe(0);
  expect(stories()).toBe(1);
  expect(reader.story('k1')).toBeNull();
  const wish = { from: null, to: null, outcome: null, endReason: null, kind: null, limit: 10, after: null };
  expect(reader.search({ ...wish, text: 'елка1' }).rows).toEqual([]);
  expect(reader.search({ ...wish, text: 'елка3' }).rows.map(({ id }) => id)).toEqual(['k3']);
});

test('nothing unclosed is removed, nor a consultation whose event is open', async () => {
  const { database, reader, retention } = journal(record(1, { closedAt: null }), record(2), record(3), record(4));
  writeJournal(database, [{ kind: 'event', event: openEvent('k2') }], author);
  expect(retention.count(3.5 * DAY)).toBe(1);
  expect(await retention.remove(3.5 * DAY)).toBe(1);
  expect([1, 2, 3, 4].filter((n) => reader.consultation(`k${n}`) !== null)).toEqual([1, 2, 4]);
});

test('inquiry numbers never begin anew, however little is kept', async () => {
  const { reader, retention } = journal(record(1), record(2));
  await retention.remove(100 * DAY);
  expect(reader.nextNumber()).toBe(3);
});

test('many are removed a few at a time', async () => {
  const many = Array.from({ length: 250 }, (_, n) => record(n + 1, { startedAt: n + 1 }));
  const { retention, reader } = journal(...many);
  expect(await retention.remove(DAY)).toBe(249);
  expect(reader.nextNumber()).toBe(251);
});
