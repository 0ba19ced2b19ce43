import { expect, test } from 'vitest';
import { EXPORT_COLUMNS, type ExportColumn } from '../../shared/contract/export.ts';
import type { JournalRow } from '../../shared/contract/journal.ts';
import { moscowTime } from '../../shared/regulation/time.ts';
import { exportedRow } from './exported-row.ts';

const row: JournalRow = {
  id: 'k1',
  inquiry: '4К-173',
  kind: 'consultation',
  direction: 'outgoing',
  number: '+79161234567',
  displayName: 'Петрова А.',
  contact: 'Анна Петрова',
  organisation: 'ООО «Ёлка»',
  registrationNumber: '8102345',
  startedAt: moscowTime('2026-11-24', '10:17'),
  answeredAt: moscowTime('2026-11-24', '10:18'),
  endedAt: moscowTime('2026-11-24', '10:29'),
  talkMs: 654_321,
  heldMs: 4_321,
  endReason: 'limit',
  topic: 'errors',
  outcome: 'solved',
  closing: 'identified',
  closedAt: moscowTime('2026-11-24', '10:31'),
  comment: 'касса не печатает',
  consultant: 'Ильина Мария',
};

/** What stands in each column, and nowhere else. */
const SAYS: Record<Exclude<ExportColumn, 'date' | 'time'>, string[]> = {
  inquiry: ['4К-173'],
  direction: ['outgoing'],
  number: ['+79161234567'],
  contact: ['Петрова А.', 'Анна Петрова'],
  organisation: ['Ёлка'],
  registrationNumber: ['8102345'],
  talk: ['654321'],
  end: ['limit'],
  topic: ['errors'],
  outcome: ['solved', 'identified'],
  comment: ['касса'],
  consultant: ['Ильина'],
};

test.each(EXPORT_COLUMNS)('«%s» alone is all that leaves the service', (allowed) => {
  const text = JSON.stringify(exportedRow(row, [allowed]));
  for (const [column, words] of Object.entries(SAYS))
    for (const word of words) expect([column, word, text.includes(word)]).toEqual([column, word, column === allowed]);
  for (const at of [row.answeredAt, row.endedAt, row.closedAt]) expect(text).not.toContain(String(at));
});

test('day and time are two columns: one does not tell the other', () => {
  expect(exportedRow(row, ['date', 'time']).startedAt).toBe(row.startedAt);
  expect(exportedRow(row, ['date']).startedAt).toBe(moscowTime('2026-11-24', '00:00'));
  expect(exportedRow(row, ['time']).startedAt).toBe(moscowTime('1970-01-02', '10:17'));
  expect(exportedRow(row, ['inquiry']).startedAt).toBe(0);
});

test('that nobody answered is known only with the length of the talk', () => {
  expect(exportedRow(row, ['talk']).answeredAt).not.toBeNull();
  expect(exportedRow({ ...row, answeredAt: null }, ['talk']).answeredAt).toBeNull();
  expect(exportedRow(row, ['inquiry']).answeredAt).toBeNull();
});
