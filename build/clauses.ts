/**
 * `npm run clauses`: writes the list clause → function → test into CONTRIBUTING.md, between its markers. `--check` writes nothing. Both fail
 * when a clause of the regulation or a settled reading of it (clause-list.ts) has no function or no test: a function has its clause at the
 * head of its docstring, a test in its name or in that of the group it stands in.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as lists from '../shared/regulation/lists.ts';
import { SAYINGS } from '../shared/regulation/sayings.ts';
import { CLAUSES, READINGS } from './clause-list.ts';
import type { Clause } from './clause-list.ts';
import { runCommand, stopChildrenOnInterrupt, tail } from './command.ts';

const ROOT = join(import.meta.dirname, '..');
const RULES = join(ROOT, 'shared/regulation');
const PAGE = join(ROOT, 'CONTRIBUTING.md');
const BEGIN = '<!-- Written by npm run clauses. -->\n<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

/** A named thing and the clauses it stands for. */
export interface Marked {
  name: string;
  file: string;
  clauses: readonly string[];
}

/** One line of the page; `missing` says what it lacks. */
export interface Row extends Clause {
  functions: readonly Marked[];
  tests: readonly Marked[];
  missing: readonly ('function' | 'test')[];
}

const NUMBERS = /\d(?:\.\d+)*/.source;
const HEAD = new RegExp(`^(${NUMBERS}(?:, ${NUMBERS})*)(?:, policy(?: off)?)?(?: \\([^)]*\\))?:`);

/** The clauses at the head of a docstring or a test's name, '4.2, 7: …' or '2.1, policy: …'. */
export function clausesAtHead(text: string): string[] {
  return HEAD.exec(text)?.[1]?.split(', ') ?? [];
}

/** The exported functions and lists of a source text with the clauses of their docstrings. */
export function markedFunctions(source: string, file: string): Marked[] {
  const found = source.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export (?:function|const) (\w+)/g);
  return [...found].map(([, docstring = '', name = '']) => ({
    name,
    file,
    clauses: clausesAtHead(docstring.replace(/^[\s*]+/, '')),
  }));
}

/** Does something marked with these clauses stand for this one? Section 6 is 6.1 and 6.2, section 7 is 7.1. */
function standsFor(clauses: readonly string[], clause: string): boolean {
  return clauses.some((one) => one === clause || (!one.includes('.') && clause.startsWith(`${one}.`)));
}

/** Holds clauses and readings against the functions and tests there are. A test's name is its groups' names and its own, ' > ' between. */
export function rowsOf(entries: readonly Clause[], functions: readonly Marked[], tests: readonly Marked[]): Row[] {
  return entries.map((entry) => {
    const { clause, says, by } = entry;
    const own = functions.filter(({ name, clauses }) => standsFor(clauses, clause) && (by ?? name) === name);
    const named = tests.filter(
      ({ name, clauses }) => standsFor(clauses, clause) && (by === undefined || name.includes(says)),
    );
    const missing: Row['missing'] =
      entry.heldBy === undefined
        ? [...(own.length === 0 ? ['function' as const] : []), ...(named.length === 0 ? ['test' as const] : [])]
        : holds(entry.heldBy)
          ? []
          : ['function'];
    return { ...entry, functions: own, tests: named, missing };
  });
}

function holds({ file, words }: NonNullable<Clause['heldBy']>): boolean {
  return readFileSync(join(ROOT, file), 'utf8').includes(words);
}

/** The section of the page, Markdown. */
export function section(clauses: readonly Row[], readings: readonly Row[]): string {
  const filesOf = (marked: readonly Marked[]): string[] => [...new Set(marked.map(({ file }) => file))].sort();
  const places = (functions: readonly Marked[]): string =>
    filesOf(functions)
      .map((file) => {
        const names = functions.filter((one) => one.file === file).map(({ name }) => `\`${name}\``);
        return `${file}: ${names.join(', ')}`;
      })
      .join('; ');
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return [
    BEGIN,
    table(
      ['clause', 'what it says', 'functions', 'tests'],
      clauses.map(({ clause, says, heldBy, functions, tests }) =>
        heldBy === undefined
          ? [clause, says, places(functions), filesOf(tests).join(', ')]
          : [clause, says, `${heldBy.why} (${heldBy.file})`, ''],
      ),
    ),
    'The settled readings; each is the name of its tests:',
    table(
      ['clause', 'reading', 'function', 'tests'],
      readings.map(({ clause, says, functions, tests }) => [
        clause,
        says,
        places(functions),
        filesOf(tests).join(', '),
      ]),
    ),
    END,
  ].join('\n\n');
}

/** The page with its section replaced. Throws when a marker is gone. */
export function withSection(page: string, text: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page lacks its markers ${BEGIN} … ${END}`);
  return page.slice(0, from) + text + page.slice(to + END.length);
}

function functionsOfRules(): Marked[] {
  const files = readdirSync(RULES).filter((file) => !file.endsWith('.test.ts'));
  return files.flatMap((file) => markedFunctions(readFileSync(join(RULES, file), 'utf8'), file));
}

/** The entries of the closed lists: each says its clause. */
function itemsOfLists(): Marked[] {
  const { TOPICS, OUTCOMES, OUT_OF_SCOPE, NOT_HELD } = lists;
  const sayings = Object.entries(SAYINGS).map(([id, { clause }]) => ({
    name: `SAYINGS.${id}`,
    file: 'sayings.ts',
    clauses: [clause],
  }));
  const items = Object.entries({ TOPICS, OUTCOMES, OUT_OF_SCOPE, NOT_HELD }).flatMap(([list, entries]) =>
    entries.map(({ id, clause }) => ({
      name: `${list}.${id}`,
      file: 'lists.ts',
      clauses: clause === null ? [] : [clause],
    })),
  );
  return [...items, ...sayings];
}

const collected = z.array(z.object({ name: z.string(), file: z.string() }));

/** The tests of the rules by the names vitest runs them under. Throws when they cannot be collected. */
async function testsOfRules(): Promise<Marked[]> {
  const args = ['node_modules/vitest/vitest.mjs', 'list', '--project', 'unit', 'shared/regulation', '--json'];
  const { output } = await runCommand(process.execPath, args, { cwd: ROOT, limitMs: 120_000 });
  const json = output.slice(output.indexOf('['));
  if (!json.startsWith('[')) throw new Error(`vitest list: ${tail(output)}`);
  return collected.parse(JSON.parse(json)).map(({ name, file }) => ({
    name,
    file: file.slice(file.lastIndexOf('/') + 1),
    clauses: name.split(' > ').flatMap(clausesAtHead),
  }));
}

/** What the page must say, and what no page may hide. */
export async function clauseReport(): Promise<{ text: string; written: string; missing: string[] }> {
  const functions = functionsOfRules();
  const tests = await testsOfRules();
  const clauses = rowsOf(CLAUSES, [...functions, ...itemsOfLists()], tests);
  const readings = rowsOf(READINGS, functions, tests);
  const missing = [...clauses, ...readings].flatMap(({ clause, says, missing }) =>
    missing.map((what) => `${clause} has no ${what}: ${says}`),
  );
  const written = readFileSync(PAGE, 'utf8');
  return { text: withSection(written, section(clauses, readings)), written, missing };
}

if (import.meta.main) {
  stopChildrenOnInterrupt();
  const { text, written, missing } = await clauseReport();
  for (const line of missing) console.error(line);
  const checkOnly = process.argv.includes('--check');
  if (checkOnly && text !== written) console.error('CONTRIBUTING.md is not what npm run clauses writes');
  if (!checkOnly && text !== written) writeFileSync(PAGE, text);
  console.log(`${CLAUSES.length} clauses, ${READINGS.length} readings, ${missing.length} lacking`);
  process.exitCode = missing.length > 0 || (checkOnly && text !== written) ? 1 : 0;
}
