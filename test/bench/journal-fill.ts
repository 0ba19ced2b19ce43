import Database from 'better-sqlite3';
import { z } from 'zod';
import { indexedWords } from '../../electron/desk/journal-words.ts';
import { consultationColumns } from '../../electron/desk/journal-writer.ts';
import { openDeskDatabase } from '../../electron/desk/schema.ts';
import { manyConsultations } from './journal-rows.ts';

const indexes = z.array(z.object({ name: z.string(), sql: z.string() }));
/** The index of words is built of pieces this large: what the desk does in years happens in minutes. */
const PIECE_BYTES = 1_000_000_000;
const CACHE_KIB = 500_000;

/**
 * Writes a journal of so many consultations into a new file: what the desk writes, in one transaction without syncing, the indexes at the
 * end. A million takes two minutes of an idle core and three gigabytes of disk. The file is left as the desk would leave it.
 */
export function fillJournal(file: string, count: number): void {
  openDeskDatabase(file).close();
  const database = new Database(file);
  try {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    const known = indexes.parse(
      database
        .prepare(
          `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'consultations' AND sql != ''`,
        )
        .all(),
    );
    database.exec(known.map(({ name }) => `DROP INDEX ${name};`).join('\n'));
    database.exec(`INSERT INTO journal_words (journal_words, rank) VALUES ('hashsize', ${PIECE_BYTES})`);
    const insertWords = database.prepare('INSERT INTO journal_words (rowid, text) VALUES (?, ?)');
    let insert: Database.Statement | null = null;
    database.exec('BEGIN');
    for (const record of manyConsultations(count)) {
      const row = { row: record.n, id: record.id, n: record.n, ...consultationColumns(record) };
      const names = Object.keys(row);
      insert ??= database.prepare(
        `INSERT INTO consultations (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      );
      insert.run(row);
      insertWords.run(BigInt(record.n), indexedWords(record));
    }
    database.exec('COMMIT');
    database.exec(known.map(({ sql }) => `${sql};`).join('\n'));
    database.pragma('journal_mode = WAL');
  } finally {
    database.close();
  }
}

const STORY = ['ringing', 'answered', 'held', 'resumed', 'ended', 'closed'];

/** The calls of the consultations, and what happened in each: what a start with a journal of a year finds beside them. */
export function addCallsAndStories(file: string): void {
  const database = new Database(file);
  try {
    database.exec(`
      INSERT INTO calls (id, consultation_id, started_at, ended_at, direction, number_key, record)
        SELECT record ->> '$.callId', id, started_at, ended_at, 'incoming', number_key, '{}' FROM consultations;
      INSERT INTO story_lines (consultation_id, at, what, text)
        SELECT consultations.id, started_at, value, '' FROM consultations CROSS JOIN json_each('${JSON.stringify(STORY)}');
    `);
  } finally {
    database.close();
  }
}
