import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand, tail } from '../../build/command.ts';
import type { CommandResult } from '../../build/command.ts';
import { LAB_FILE, ROOT, lab } from '../provision/lab.ts';
import type { Lab } from '../provision/lab.ts';
import { readPlaywrightReport } from './playwright-results.ts';
import { failedOnce, passedOnce, unavailable } from './suite.ts';
import type { Failure, Outcome, Suite, SuiteName } from './suite.ts';
import { readVitestReport } from './vitest-results.ts';

const MINUTE_MS = 60_000;

/** Programs of node_modules by their entry files: run by this very Node on every system, without a shell. */
const BIN = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

/** The steps of `npm test`, in their order: what is quick and tells most comes first. */
export const SUITES: readonly Suite[] = [
  { name: 'provision', needs: [], limitMs: 15 * MINUTE_MS, run: provision },
  check('types', 3 * MINUTE_MS, [], ['build/types.ts']),
  check('lint', 5 * MINUTE_MS, [], [BIN.eslint, '.', '--max-warnings', '0'], [BIN.prettier, '--check', '.']),
  check('deps', 3 * MINUTE_MS, [], ['build/deps.ts']),
  vitest('unit', 6 * MINUTE_MS),
  vitest('proof', 8 * MINUTE_MS),
  vitest('integration', 8 * MINUTE_MS),
  check('build', 5 * MINUTE_MS, [], ['build/build.ts']),
  playwright('e2e', 'chromium', 18 * MINUTE_MS, ['chromium']),
  playwright('gallery', 'gallery', 10 * MINUTE_MS, ['chromium'], ['--workers', String(availableParallelism())]),
  playwright('electron', 'electron', 10 * MINUTE_MS, ['electron', 'asterisk']),
  playwright('pbx', 'pbx', 16 * MINUTE_MS, ['chromium', 'asterisk']),
  { name: 'pack', needs: ['provision', 'build'], limitMs: 5 * MINUTE_MS, run: pack },
];

async function provision(limitMs: number): Promise<Outcome> {
  const result = await node(['test/provision/provision.ts'], limitMs);
  if (result.code !== 0) return failedOnce('provision', reason(result), result.output);
  console.log(result.output.trimEnd());
  // Nothing is tested yet; what is missing shows in the suites that need it.
  return { passed: 0, failed: 0, skipped: 0, failures: [] };
}

/** A suite that counts as one test: each command must end well, and each is run, whatever the one before said. */
function check(name: SuiteName, limitMs: number, needs: readonly SuiteName[], ...commands: string[][]): Suite {
  const run = async (limit: number): Promise<Outcome> => {
    const deadline = performance.now() + limit;
    const failures: Failure[] = [];
    let output = '';
    for (const command of commands) {
      const result = await node(command, deadline - performance.now());
      if (result.code === 0) continue;
      failures.push({ test: command.join(' '), error: reason(result) });
      output += result.output;
    }
    return failures.length === 0 ? passedOnce() : { passed: 0, failed: 1, skipped: 0, failures, output };
  };
  return { name, needs, limitMs, run };
}

async function pack(limitMs: number): Promise<Outcome> {
  const missing = missingPlaces(['electron']);
  if (missing !== null) return unavailable(missing);
  const { kind, path } = lab().electron;
  const env = { ...process.env };
  if (kind === 'lab' && path !== null) env.ELECTRON_OVERRIDE_DIST_PATH = dirname(path);
  const result = await node(['build/pack.ts', '--dir'], limitMs, env);
  return result.code === 0 ? passedOnce() : failedOnce('build/pack.ts --dir', reason(result), result.output);
}

function vitest(name: 'unit' | 'proof' | 'integration', limitMs: number): Suite {
  const file = join(ROOT, 'test/out', `${name}.json`);
  const args = [BIN.vitest, 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile=${file}`];
  const run = async (limit: number) => {
    await rm(file, { force: true });
    return readReport(name, file, await node(args, limit), readVitestReport);
  };
  return { name, needs: [], limitMs, run };
}

function playwright(
  name: SuiteName,
  project: string,
  limitMs: number,
  places: (keyof Lab)[],
  more: string[] = [],
): Suite {
  const file = join(ROOT, 'test/out', `${name}.json`);
  const args = [BIN.playwright, 'test', '--project', project, ...more];
  const run = async (limit: number) => {
    const missing = missingPlaces(places);
    if (missing !== null) return unavailable(missing);
    await rm(file, { force: true });
    const env = { ...process.env, LINE15_REPORT: file };
    const result = await (project === 'electron' ? displayed(args, limit, env) : node(args, limit, env));
    return readReport(name, file, result, readPlaywrightReport);
  };
  return { name, needs: ['provision', 'build'], limitMs, run };
}

/** Runs a program that opens windows: on Linux without a display, on a virtual one. */
function displayed(args: string[], limitMs: number, env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const xvfb = lab().xvfb.path;
  if (process.platform !== 'linux' || process.env.DISPLAY || xvfb === null) return node(args, limitMs, env);
  return runCommand(xvfb, ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, ...args], {
    cwd: ROOT,
    limitMs,
    env,
  });
}

function missingPlaces(places: (keyof Lab)[]): string | null {
  if (!existsSync(LAB_FILE)) return 'provisioning has not run';
  const missing = places.map((name) => lab()[name]).filter(({ path }) => path === null);
  return missing.length === 0 ? null : missing.map(({ note }) => note).join('; ');
}

async function readReport(
  name: SuiteName,
  file: string,
  result: CommandResult,
  read: (json: string) => Outcome,
): Promise<Outcome> {
  if (!existsSync(file)) return failedOnce(name, reason(result), result.output);
  const outcome = read(await readFile(file, 'utf8'));
  const { passed, failed } = outcome;
  if (passed + failed === 0) return failedOnce(name, 'ran no test', result.output);
  // An error outside of the tests (an unhandled rejection, the time limit) fails the suite, whatever the report says.
  if (result.code !== 0 && failed === 0) {
    return { ...outcome, ...failedOnce(name, reason(result), result.output), passed, skipped: outcome.skipped };
  }
  return failed > 0 ? { ...outcome, output: result.output } : outcome;
}

function node(args: string[], limitMs: number, env = process.env): Promise<CommandResult> {
  return runCommand(process.execPath, args, { cwd: ROOT, limitMs, env });
}

function reason({ code, timedOut, durationMs, output }: CommandResult): string {
  if (timedOut) return `did not end within ${Math.round(durationMs / 1_000)} s\n${tail(output)}`;
  return `exit code ${code}\n${tail(output)}`;
}
