import { stripVTControlCharacters } from 'node:util';
import type { SuiteResult } from './suite.ts';

/** How much of one error is shown in the summary; the whole stands in the suite's output above it. */
const ERROR_LINES = 12;

/** The summary of a run: a table, what failed and why, what passed only on a second try, what could not run and why. */
export function summary(results: readonly SuiteResult[]): string {
  const lines = ['', row('suite', 'passed', 'failed', 'skipped', 'seconds')];
  for (const { name, outcome, durationMs } of results) {
    lines.push(row(name, outcome.passed, outcome.failed, outcome.skipped, (durationMs / 1_000).toFixed(1)));
  }
  for (const { name, outcome } of results) {
    for (const { test, error } of outcome.failures) lines.push('', `FAILED ${name}: ${test}`, indent(error));
  }
  for (const { name, outcome } of results) {
    for (const { test, error } of outcome.flaky ?? []) lines.push('', `FLAKY ${name}: ${test}`, indent(error));
  }
  const absent = results.filter(({ outcome }) => outcome.unavailable !== undefined);
  if (absent.length > 0) lines.push('');
  for (const { name, outcome } of absent) lines.push(`NOT RUN ${name}: ${outcome.unavailable}`);
  return lines.join('\n');
}

/** The last line of a run: `N passed, N failed, N skipped`. */
export function totals(results: readonly SuiteResult[]): string {
  const sum = (part: 'passed' | 'failed' | 'skipped') => results.reduce((n, { outcome }) => n + outcome[part], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}

function row(name: string, ...cells: (string | number)[]): string {
  return name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join('');
}

function indent(error: string): string {
  const lines = stripVTControlCharacters(error).trim().split('\n');
  const shown = lines.length > ERROR_LINES ? [...lines.slice(0, ERROR_LINES), '…'] : lines;
  return shown.map((line) => `    ${line}`).join('\n');
}
