import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, tail } from '../../build/command.ts';
import { ROOT } from '../provision/lab.ts';
import type { Fault } from './faults.ts';

const FIELD = join(ROOT, 'test/out/faults');
const RULES = join(ROOT, 'shared/regulation');

/** The test file that must see a fault. */
export const testOf = ({ file, test = file.replace(/\.ts$/, '.test.ts') }: Fault): string => test;

/** The text of a rule with the fault in it; null unless its place is found exactly once. */
export function planted(source: string, { from, to }: Pick<Fault, 'from' | 'to'>): string | null {
  return source.split(from).length === 2 ? source.replace(from, () => to) : null;
}

/**
 * Copies the rules once for each fault, with the fault and the one test file that must see it, and once whole without any; runs all tests in
 * one vitest. The report is in `report`; how vitest ended says nothing, for nearly every test file is to fail. A fault without its place is
 * not planted, so no test fails.
 */
export async function runFaults(faults: readonly Fault[], report: string): Promise<void> {
  await rm(FIELD, { recursive: true, force: true });
  await rm(report, { force: true });
  await mkdir(FIELD, { recursive: true });
  const files = (await readdir(RULES)).filter((name) => !name.endsWith('.test.ts'));
  const copy = async (name: string, tests: Iterable<string>): Promise<string> => {
    const folder = join(FIELD, name, 'regulation');
    for (const file of [...files, ...tests]) await cp(join(RULES, file), join(folder, file));
    return folder;
  };
  await cp(join(ROOT, 'test/fixtures/calendar'), join(FIELD, 'test/fixtures/calendar'), { recursive: true });
  await copy('sound', new Set(faults.map(testOf)));
  for (const [index, fault] of faults.entries()) {
    const folder = await copy(String(index), [testOf(fault)]);
    const rule = join(folder, fault.file);
    const source = await readFile(rule, 'utf8');
    await writeFile(rule, planted(source, fault) ?? source);
  }
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/proof/vitest.faults.ts'];
  args.push('--reporter=json', `--outputFile=${report}`);
  const { output } = await runCommand(process.execPath, args, { cwd: ROOT, limitMs: 240_000 });
  await readFile(report).catch(() => Promise.reject(new Error(tail(output))));
}
