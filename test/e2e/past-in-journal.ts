import { join } from 'node:path';
import { writeJournal } from '../../electron/desk/journal-writer.ts';
import { openDeskDatabase } from '../../electron/desk/schema.ts';
import { EMPTY_CARD } from '../../shared/contract/journal.ts';
import { madeUpRecord } from '../../shared/desk-state/made-up-record.ts';
import type { ConsoleProcess } from './console-process.ts';

/** Above every number a test's own consultations get; the older, the lower. */
const LAST_N = 900_000;
const DAY_MS = 24 * 3_600_000;

/** Puts a consultation that began so many days ago into the journal of the training line, as the desk writes it: what no test can wait for. */
export function addPast(
  { dataDir }: ConsoleProcess,
  { daysAgo, organisation, closed }: { daysAgo: number; organisation: string; closed: boolean },
): void {
  const database = openDeskDatabase(join(dataDir, 'training', 'desk.sqlite'));
  const card = { ...EMPTY_CARD, organisation };
  const past = madeUpRecord(LAST_N - daysAgo, Date.now() - daysAgo * DAY_MS, {
    card,
    ...(!closed && { closedAt: null }),
  });
  const author = { consultant: { id: 'petrova', name: 'Петрова Анна' }, newId: () => crypto.randomUUID() };
  writeJournal(database, [{ kind: 'consultation', record: past }], author);
  database.close();
}
