import type { JournalRow } from '../../../shared/contract/journal.ts';
import { moscowDate, type DateKey } from '../../../shared/regulation/time.ts';

/** Rows of one Moscow day, in the order they came. */
export type JournalDay = { readonly day: DateKey; readonly rows: readonly JournalRow[] };

/** The journal's rows, which come the latest first, by day. */
export function byDay(rows: readonly JournalRow[]): JournalDay[] {
  const days: { day: DateKey; rows: JournalRow[] }[] = [];
  for (const row of rows) {
    const day = moscowDate(row.startedAt);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
