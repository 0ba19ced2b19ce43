import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../provision/lab.ts';
import { readVitestReport } from '../runner/vitest-results.ts';
import { FAULTS } from './faults.ts';
import { planted, runFaults, testOf } from './plant.ts';

describe('faults put into the rules are seen by their tests', () => {
  let failures: string[] = [];
  beforeAll(async () => {
    const report = join(ROOT, 'test/out/faults.json');
    await runFaults(FAULTS, report);
    const outcome = readVitestReport(await readFile(report, 'utf8'));
    expect(outcome.passed).toBeGreaterThan(FAULTS.length);
    failures = outcome.failures.map(({ test: name }) => name.replaceAll('\\', '/'));
  });
  const failed = (copy: string): string[] => failures.filter((name) => name.includes(`/faults/${copy}/`));

  test('without a fault every test passes in the copy', () => {
    expect(failed('sound')).toEqual([]);
  });

  const named = FAULTS.map((fault, index) => {
    return [`${fault.clause}: ${fault.file}, «${fault.from}» made «${fault.to}»`, fault, index] as const;
  });
  test.each(named)('%s', async (_name, fault, index) => {
    expect(
      planted(await readFile(join(ROOT, 'shared/regulation', fault.file), 'utf8'), fault),
      'its place',
    ).not.toBeNull();
    // A copy that could not be loaded has no test's name after its file's.
    const seenBy = failed(String(index)).map((name) => name.slice(name.indexOf(testOf(fault)) + testOf(fault).length));
    const section = `${fault.clause.replace(/\..*/, '')}:`;
    expect(seenBy.filter((name) => name.includes(fault.clause) || name.includes(section))).not.toEqual([]);
  });

  test('there are enough of them, and none twice', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(FAULTS.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(FAULTS.length);
  });
});

test('a fault whose place has gone, or is there twice, is not planted', () => {
  expect(planted('bab', { from: 'ba', to: '$&' })).toBe('$&b');
  expect(planted('bb', { from: 'a', to: 'c' })).toBeNull();
  expect(planted('aba', { from: 'a', to: 'c' })).toBeNull();
});
