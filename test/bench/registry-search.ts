import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { buildRegistry } from '../../electron/line/registry/build-registry.ts';
import { entryFinder } from '../../electron/line/registry/find-entries.ts';
import { openRegistryFile } from '../../electron/line/registry/registry-file.ts';
import { words } from '../../electron/line/registry/search-words.ts';
import { sampleRegistry } from '../../electron/line/sample/sample-registry.ts';
import { seededChance } from '../../electron/line/sample/seeded-random.ts';
import type { RegistryEntry } from '../../shared/contract/registry.ts';
import { percentile, took, type Row } from './report.ts';

export const LICENCES = 200_000;
const QUERIES = 400;
const SHOWN = 8;
const GOAL_MS = 50;

/**
 * What a card's search takes over 200,000 licences, at the 95th percentile: the product beside a plain LIKE over the same words in the same
 * run. Each query is typed letter by letter in part, in the wrong layout, or with a mistake.
 */
export function raceSearches(entries: readonly RegistryEntry[] = manyLicences()): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'line15-search-'));
  try {
    const file = openRegistryFile(join(folder, 'registry.sqlite'), true);
    buildRegistry(file, entries, { source: 'bench', asOf: 0 });
    const { search } = entryFinder(file);
    const plain = plainScan(join(folder, 'plain.sqlite'), entries);
    const asked = queries(entries);
    const ours = asked.map((text) => took(() => search(text, SHOWN)));
    // A scan takes a hundred times as long: a tenth of the queries says as much.
    const theirs = asked.filter((_, place) => place % 10 === 0).map((text) => took(() => plain(text)));
    file.close();
    return [row('95 %', 0.95, ours, theirs), row('the slowest', 1, ours, theirs)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SYLLABLES = 'ап те ка фар ма ви та ро зо ле сто гра до му ни ция вер бо ли ка не ост зар'.split(' ');

/** The sample registry made large, half of it with names of their own: a real one has tens of thousands of different words. */
export function manyLicences(): RegistryEntry[] {
  const chance = seededChance(200_000);
  const word = (): string => Array.from({ length: 3 + chance.below(2) }, () => chance.pick(SYLLABLES)).join('');
  return [...sampleRegistry('2026-11-24', LICENCES)].map((entry, place) =>
    place % 2 === 0 ? entry : { ...entry, organisation: `ООО «${word()}-${word()}»` },
  );
}

function row(which: string, part: number, ours: readonly number[], theirs: readonly number[]): Row {
  const [own, reference] = [percentile(ours, part), percentile(theirs, part)];
  const what = `search over ${LICENCES} licences, ${which} (beside: LIKE)`;
  return part < 1
    ? { what, ours: own, reference, goal: `< ${GOAL_MS} ms`, met: own < GOAL_MS }
    : { what, ours: own, reference, goal: '', met: null };
}

/** What people type: parts of numbers, names, cities and phones, of entries from all over the registry. */
function queries(entries: readonly RegistryEntry[]): string[] {
  const chance = seededChance(15);
  return Array.from({ length: QUERIES }, () => {
    const entry = chance.pick(entries);
    const name = words(entry.organisation).split(' ');
    const word = chance.pick(name);
    const mistyped = word.slice(0, 2) + word.slice(3);
    return chance.pick([
      entry.registrationNumber,
      entry.registrationNumber.slice(0, 4),
      entry.registrationNumber.slice(3),
      entry.inn,
      entry.inn.slice(0, 6),
      entry.phones[0] ?? entry.inn,
      (entry.phones[0] ?? entry.inn).slice(-7),
      entry.organisation,
      word,
      word.slice(0, 3),
      word.slice(0, 1),
      mistyped,
      `${word} ${entry.city}`,
      `${mistyped} ${entry.city}`,
      inLatin(word),
      'нет такой организации',
    ]);
  });
}

const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбю';
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const inLatin = (word: string): string => [...word].map((sign) => LATIN[CYRILLIC.indexOf(sign)] ?? sign).join('');

/** The reference: every word anywhere in the same folded text, sorted by name. */
function plainScan(file: string, entries: readonly RegistryEntry[]): (text: string) => unknown {
  const database = new Database(file);
  database.exec('CREATE TABLE entries (name TEXT, words TEXT)');
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?)');
  database.transaction(() => {
    for (const { registrationNumber, organisation, inn, city, phones } of entries)
      insert.run(organisation, words([registrationNumber, organisation, inn, city, ...phones].join(' ')));
  })();
  return (text) => {
    const typed = words(text).split(' ');
    const where = typed.map(() => 'words LIKE ?').join(' AND ');
    return database
      .prepare(`SELECT name FROM entries WHERE ${where} ORDER BY name LIMIT ${SHOWN}`)
      .all(...typed.map((word) => `%${word}%`));
  };
}
