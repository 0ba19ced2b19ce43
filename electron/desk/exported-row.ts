import type { ExportColumn } from '../../shared/contract/export.ts';
import type { JournalRow } from '../../shared/contract/journal.ts';
import { moscowDate, moscowTime, type Instant } from '../../shared/regulation/time.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * A row of the journal with no more in it than its export may have: what belongs to no allowed column is empty, whoever asks. The identifier
 * stays, and says nothing.
 */
export function exportedRow(row: JournalRow, columns: readonly ExportColumn[]): JournalRow {
  const may = (column: ExportColumn): boolean => columns.includes(column);
  const text = (column: ExportColumn, value: string): string => (may(column) ? value : '');
  return {
    id: row.id,
    inquiry: text('inquiry', row.inquiry),
    kind: may('outcome') ? row.kind : 'consultation',
    direction: may('direction') ? row.direction : 'incoming',
    number: text('number', row.number),
    displayName: text('contact', row.displayName),
    contact: text('contact', row.contact),
    organisation: text('organisation', row.organisation),
    registrationNumber: text('registrationNumber', row.registrationNumber),
    startedAt: allowedPart(row.startedAt, may('date'), may('time')),
    answeredAt: may('talk') && row.answeredAt !== null ? 0 : null,
    endedAt: null,
    talkMs: may('talk') ? row.talkMs : 0,
    heldMs: 0,
    endReason: may('end') ? row.endReason : null,
    topic: may('topic') ? row.topic : null,
    outcome: may('outcome') ? row.outcome : null,
    closing: may('outcome') ? row.closing : null,
    closedAt: null,
    comment: text('comment', row.comment),
    consultant: text('consultant', row.consultant),
  };
}

/** The day at midnight, the time of a day long ago, or neither; Moscow's. */
function allowedPart(at: Instant, date: boolean, time: boolean): Instant {
  if (date && time) return at;
  const midnight = moscowTime(moscowDate(at), '00:00');
  if (date) return midnight;
  return time ? moscowTime('1970-01-02', '00:00') + ((at - midnight) % DAY_MS) : 0;
}
