/**
 * The test command. `npm test` runs everything; `npm test -- unit types` only what is named and what that needs.
 * Under `CI=true` a suite that cannot run on the machine is a failure. The last line is `N passed, N failed, N skipped`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stopChildrenOnInterrupt } from '../build/command.ts';
import { ROOT } from './provision/lab.ts';
import { summary, totals } from './runner/report.ts';
import { failedOnce, requireAvailable, SUITE_NAMES, unavailable, withNeeds } from './runner/suite.ts';
import type { Outcome, Suite, SuiteName, SuiteResult } from './runner/suite.ts';
import { SUITES } from './runner/suites.ts';

/** The whole run ends within this time, whatever its suites do. */
const TOTAL_MS = 39 * 60_000;

async function runSuite(suite: Suite, remainingMs: number, before: readonly SuiteResult[]): Promise<SuiteResult> {
  const { name } = suite;
  const startedAt = performance.now();
  console.log(`\n▶ ${name}`);
  const raw = await outcomeOf(suite, remainingMs, before);
  const outcome = process.env.CI === 'true' ? requireAvailable(name, raw) : raw;
  const durationMs = performance.now() - startedAt;
  if (outcome.output !== undefined) console.log(outcome.output.trimEnd());
  const { passed, failed, skipped } = outcome;
  console.log(`  ${passed} passed, ${failed} failed, ${skipped} skipped in ${(durationMs / 1_000).toFixed(1)} s`);
  return { name, outcome, durationMs };
}

async function outcomeOf(suite: Suite, remainingMs: number, before: readonly SuiteResult[]): Promise<Outcome> {
  if (remainingMs <= 0) return failedOnce(suite.name, 'no time left: the whole run is limited');
  const broken = suite.needs.filter((need) => before.some(({ name, outcome }) => name === need && outcome.failed > 0));
  if (broken.length > 0) return unavailable(`${broken.join(', ')} failed`);
  return suite.run(Math.min(suite.limitMs, remainingMs));
}

function isSuiteName(name: string): name is SuiteName {
  return SUITE_NAMES.some((known) => known === name);
}

async function main(args: readonly string[]): Promise<boolean> {
  const unknown = args.filter((name) => !isSuiteName(name));
  if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are: ${SUITE_NAMES.join(', ')}.`);
    return false;
  }
  mkdirSync(join(ROOT, 'test/out'), { recursive: true });
  const deadline = performance.now() + TOTAL_MS;
  const results: SuiteResult[] = [];
  for (const suite of withNeeds(args.filter(isSuiteName), SUITES)) {
    results.push(await runSuite(suite, deadline - performance.now(), results));
  }
  console.log(summary(results));
  console.log('');
  console.log(totals(results));
  return results.every(({ outcome }) => outcome.failed === 0);
}

stopChildrenOnInterrupt();
process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
