import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalReader } from '../../electron/desk/journal-reader.ts';
import { openDeskDatabase, type DeskDatabase } from '../../electron/desk/schema.ts';
import { seededChance } from '../../electron/line/sample/seeded-random.ts';
import type { JournalQuestion } from '../../shared/contract/journal.ts';
import type { ConsultationRecord } from '../../shared/desk-state/record.ts';
import { moscowDate } from '../../shared/regulation/time.ts';
import { fillJournal } from './journal-fill.ts';
import { manyConsultations } from './journal-rows.ts';
import { percentile, took, type Row } from './report.ts';

export const CONSULTATIONS = 1_000_000;
const QUERIES = 400;
const GOAL_MS = 50;

/**
 * What a page of the journal takes among a million consultations, at the 95th percentile: the product beside a plain LIKE over the same
 * rows in the same run. Building the journal takes minutes, and a few gigabytes of the temporary folder.
 * @param file a journal that was built before; null: one is built and thrown away
 */
export function raceJournal(count = CONSULTATIONS, file: string | null = null): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'line15-journal-'));
  const built = file ?? join(folder, 'desk.sqlite');
  if (file === null) fillJournal(built, count);
  const database = openDeskDatabase(built);
  try {
    const { search } = journalReader(database);
    const questions = sampled(count).map(question);
    const ours = questions.map((one) => took(() => search(one)));
    // A scan takes seconds: a few of the questions say as much.
    const theirs = questions.filter((_, place) => place % 40 === 0).map((one) => took(() => plain(database, one)));
    return [row('95 %', count, 0.95, ours, theirs), row('the slowest', count, 1, ours, theirs)];
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sampled = (count: number): ConsultationRecord[] =>
  [...manyConsultations(count)].filter(({ n }) => n % Math.ceil(count / QUERIES) === 0);

/** What people ask: numbers, names, words, whole and in part, from all over the journal, some within days, of an outcome or an end. */
export function question(record: ConsultationRecord, place: number): JournalQuestion {
  const chance = seededChance(place);
  const { card, inquiry, number, startedAt, endReason } = record;
  const [surname = '', first = ''] = card.contact.split(' ');
  const said = card.comment.split(' ');
  const word = chance.pick(said);
  const name = card.organisation.replace(/[«»]/g, '');
  const text = chance.pick([
    inquiry,
    number,
    number.slice(-7),
    card.registrationNumber,
    card.registrationNumber.slice(0, 4),
    card.inn,
    name,
    surname,
    `${surname} ${first}`,
    word,
    word.slice(1),
    word.slice(0, 2),
    `${word} ${chance.pick(said)}`,
    `${chance.pick(said)} ${surname}`,
    card.city,
    `${card.city} ${word.slice(0, 2)}`,
    'такого слова нет',
    'апте',
  ]);
  const day = moscowDate(startedAt);
  const within = chance.pick([null, null, null, day]);
  return {
    text,
    from: within,
    to: within,
    outcome: chance.pick([null, null, null, card.outcome]),
    endReason: chance.pick([null, null, null, endReason]),
    kind: null,
    limit: 50,
    after: null,
  };
}

/** The reference: every word anywhere in the row, the latest first. */
function plain({ kysely, all }: DeskDatabase, { text, limit }: JournalQuestion): unknown {
  let rows = kysely.selectFrom('consultations').select('record').orderBy('row', 'desc').limit(limit);
  for (const word of text.split(' ')) rows = rows.where('record', 'like', `%${word}%`);
  return all(rows);
}

function row(which: string, count: number, part: number, ours: readonly number[], theirs: readonly number[]): Row {
  const [own, reference] = [percentile(ours, part), percentile(theirs, part)];
  const what = `search of a journal of ${count} consultations, ${which} (beside: LIKE)`;
  return part < 1
    ? { what, ours: own, reference, goal: `< ${GOAL_MS} ms`, met: own < GOAL_MS }
    : { what, ours: own, reference, goal: '', met: null };
}
