import { z } from 'zod';
import type { Outcome } from './suite.ts';

const problem = z.object({ message: z.string().optional() });

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ status: z.string().optional(), errors: z.array(problem).optional() })),
    }),
  ),
});

const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});

const report = z.object({ suites: z.array(suite), errors: z.array(problem) });

/**
 * Reads Playwright's JSON report. A test that passed only on a second try (CI allows one: calls in real time on a shared machine) counts as
 * passed and is named as flaky. Each error outside of any test counts as failed (a file that could not be loaded, no test found).
 */
export function readPlaywrightReport(json: string): Outcome {
  const { suites, errors } = report.parse(JSON.parse(json));
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const fail = (test: string, error: string) => {
    outcome.failed += 1;
    outcome.failures.push({ test, error });
  };
  for (const { title, file, line, tests } of suites.flatMap(specsOf)) {
    for (const { status, results } of tests) {
      if (status === 'expected') outcome.passed += 1;
      else if (status === 'skipped') outcome.skipped += 1;
      else if (status === 'flaky') {
        outcome.passed += 1;
        outcome.flaky = [...(outcome.flaky ?? []), { test: `${file}:${line} ${title}`, error: errorOf(results) }];
      } else fail(`${file}:${line} ${title}`, errorOf(results) || status);
    }
  }
  for (const { message = 'error' } of errors) fail('playwright', message);
  return outcome;
}

function specsOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function errorOf(results: { errors?: { message?: string }[] }[]): string {
  return results
    .flatMap(({ errors = [] }) => errors)
    .map(({ message = '' }) => message)
    .join('\n');
}
