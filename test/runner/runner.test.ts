import { expect, test } from 'vitest';
import { readPlaywrightReport } from './playwright-results.ts';
import { summary, totals } from './report.ts';
import { failedOnce, passedOnce, requireAvailable, unavailable, withNeeds } from './suite.ts';
import type { SuiteName } from './suite.ts';
import { SUITES } from './suites.ts';
import { readVitestReport } from './vitest-results.ts';

test('vitest: passed, failed and skipped are counted, a file that did not load is a failure', () => {
  const outcome = readVitestReport(
    JSON.stringify({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'one', failureMessages: [] },
            { status: 'failed', fullName: 'two', failureMessages: ['expected 1 to be 2'] },
            { status: 'pending', fullName: 'three', failureMessages: [] },
            { status: 'todo', fullName: 'four', failureMessages: [] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    }),
  );
  expect(outcome).toEqual({
    passed: 1,
    failed: 2,
    skipped: 2,
    failures: [
      { test: 'a.test.ts: two', error: 'expected 1 to be 2' },
      { test: 'b.test.ts', error: 'Cannot find module' },
    ],
  });
});

test('Playwright: nested suites are counted, a flaky test is named, an error outside of tests is a failure', () => {
  const specOf = (title: string, status: string, errors: { message: string }[] = []) => ({
    title,
    file: 'x.spec.ts',
    line: 7,
    tests: [{ status, results: [{ status, errors }] }],
  });
  const outcome = readPlaywrightReport(
    JSON.stringify({
      errors: [{ message: 'No tests found' }],
      suites: [
        {
          specs: [specOf('one', 'expected'), specOf('two', 'skipped')],
          suites: [
            {
              specs: [
                specOf('three', 'flaky', [{ message: 'too late' }]),
                specOf('four', 'unexpected', [{ message: 'no button' }]),
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(outcome).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: [
      { test: 'x.spec.ts:7 four', error: 'no button' },
      { test: 'playwright', error: 'No tests found' },
    ],
    flaky: [{ test: 'x.spec.ts:7 three', error: 'too late' }],
  });
});

test('a suite that could not run is skipped, and failed where everything must run', () => {
  const absent = unavailable('needs root on Debian');
  expect(absent).toMatchObject({ failed: 0, skipped: 1 });
  expect(requireAvailable('pbx', absent)).toMatchObject({
    failed: 1,
    skipped: 0,
    failures: [{ test: 'pbx', error: 'could not run: needs root on Debian' }],
  });
  expect(requireAvailable('pbx', passedOnce())).toEqual(passedOnce());
});

test('a choice of suites brings what they need, in the fixed order; no choice is everything', () => {
  const names = (...chosen: SuiteName[]) => withNeeds(chosen, SUITES).map(({ name }) => name);
  expect(names('pbx', 'types')).toEqual(['provision', 'types', 'build', 'pbx']);
  expect(names('unit')).toEqual(['unit']);
  expect(names()).toEqual(SUITES.map(({ name }) => name));
});

test('the summary names what failed and what did not run; the totals are one plain line', () => {
  const results = [
    { name: 'types' as const, outcome: passedOnce(), durationMs: 1_500 },
    {
      name: 'unit' as const,
      outcome: failedOnce('x.test.ts: adds', '\u001b[31mexpected 1\u001b[39m'),
      durationMs: 200,
    },
    { name: 'pbx' as const, outcome: unavailable('no Asterisk'), durationMs: 0 },
    {
      name: 'e2e' as const,
      outcome: { ...passedOnce(), flaky: [{ test: 'tabs', error: 'too late' }] },
      durationMs: 10,
    },
  ];
  const text = summary(results);
  expect(text).toContain('FAILED unit: x.test.ts: adds\n    expected 1');
  expect(text).toContain('NOT RUN pbx: no Asterisk');
  expect(text).toContain('FLAKY e2e: tabs\n    too late');
  expect(text).toMatch(/^types +1 +0 +0 +1\.5$/m);
  expect(totals(results)).toBe('2 passed, 1 failed, 1 skipped');
});
