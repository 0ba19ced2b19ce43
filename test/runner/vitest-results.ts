import { z } from 'zod';
import type { Failure, Outcome } from './suite.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Reads vitest's JSON report. A file that could not be loaded counts as one failed test. */
export function readVitestReport(json: string): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of report.parse(JSON.parse(json)).testResults) {
    const failures: Failure[] = [];
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') {
        failures.push({ test: `${file.name}: ${fullName}`, error: failureMessages?.join('\n') ?? 'failed' });
      } else outcome.skipped += 1;
    }
    if (file.status === 'failed' && failures.length === 0) {
      failures.push({ test: file.name, error: file.message ?? 'the file could not be loaded' });
    }
    outcome.failed += failures.length;
    outcome.failures.push(...failures);
  }
  return outcome;
}
