import { expect, test } from 'vitest';
import type { JournalWrite, MissedCall } from '../../shared/desk-state/effects.ts';
import { missedReader } from './missed-reader.ts';
import { writeJournal } from './journal-writer.ts';
import { openDeskDatabase } from './schema.ts';

const author = { consultant: { id: 'petrova', name: 'Петрова' }, newId: () => crypto.randomUUID() };

const missed = (callId: string, number: string, at: number, over: Partial<MissedCall> = {}): JournalWrite => ({
  kind: 'missed',
  missed: { callId, at, number, e164: null, displayName: '', dialled: '', reason: 'hung-up', ...over },
});
const settled = (number: string, at: number, by: 'spoken-to' | 'not-needed' | null): JournalWrite => ({
  kind: 'missed-settled',
  number,
  at,
  by,
});

function after(...writes: JournalWrite[]) {
  const database = openDeskDatabase(':memory:');
  writeJournal(database, writes, author);
  const reader = missedReader(database);
  return {
    callers: () =>
      reader.rows().map(({ number, calls, firstAt, lastAt, reason }) => [number, calls, firstAt, lastAt, reason]),
    summary: () => reader.summary(),
    write: (...more: JournalWrite[]) => writeJournal(database, more, author),
  };
}

test('one row a number, however it is written, the latest first, with the reason of the last call', () => {
  const { callers, summary } = after(
    missed('a', '89161234567', 10),
    missed('b', '101', 20),
    missed('c', '+7 916 123-45-67', 30, { reason: 'not-ready' }),
    missed('d', '102', 25),
  );
  expect(callers()).toEqual([
    ['+7 916 123-45-67', 2, 10, 30, 'not-ready'],
    ['102', 1, 25, 25, 'hung-up'],
    ['101', 1, 20, 20, 'hung-up'],
  ]);
  expect(summary()).toEqual({ callers: 3, lastAt: 30 });
});

test('who was spoken to waits no longer, until he calls in vain again', () => {
  const { callers, write, summary } = after(missed('a', '89161234567', 10), settled('+79161234567', 15, 'spoken-to'));
  expect(callers()).toEqual([]);
  expect(summary()).toEqual({ callers: 0, lastAt: null });
  write(missed('b', '89161234567', 20));
  expect(callers()).toEqual([['89161234567', 1, 20, 20, 'hung-up']]);
});

test('«Не требуется» can be taken back; what somebody has taken care of stays settled', () => {
  const { callers, write } = after(missed('a', '101', 10), settled('101', 15, 'not-needed'));
  expect(callers()).toEqual([]);
  write(settled('101', 16, null));
  expect(callers()).toHaveLength(1);
  write(settled('101', 17, 'spoken-to'), settled('101', 18, null));
  expect(callers()).toEqual([]);
});
