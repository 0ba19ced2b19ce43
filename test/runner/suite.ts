/** A test that failed, and why. */
export interface Failure {
  test: string;
  error: string;
}

/**
 * How a suite ended. `unavailable`: it could not run on this machine and why; then it counts as one skipped test, and
 * where everything must run (CI) as one failed.
 */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  failures: Failure[];
  /** Passed only on a second try: counted as passed, and always named with what went wrong at first. */
  flaky?: Failure[];
  unavailable?: string;
  /** What the suite printed, shown when it failed. */
  output?: string;
}

export const SUITE_NAMES = [
  'provision',
  'types',
  'lint',
  'deps',
  'unit',
  'proof',
  'integration',
  'build',
  'e2e',
  'gallery',
  'electron',
  'pbx',
  'pack',
] as const;

export type SuiteName = (typeof SUITE_NAMES)[number];

/** One step of the test command. */
export interface Suite {
  name: SuiteName;
  /** What it needs done before; done once, in the same run. */
  needs: readonly SuiteName[];
  /** Its own time limit, ms; the run's remaining time may cut it shorter. */
  limitMs: number;
  run: (limitMs: number) => Promise<Outcome>;
}

/** The outcome of a suite together with how long it took. */
export interface SuiteResult {
  name: SuiteName;
  outcome: Outcome;
  durationMs: number;
}

/** The whole suite as one test that passed. */
export function passedOnce(): Outcome {
  return { passed: 1, failed: 0, skipped: 0, failures: [] };
}

/** The whole suite as one test that failed. */
export function failedOnce(test: string, error: string, output?: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ test, error }], output };
}

/** The suite could not run on this machine. */
export function unavailable(reason: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, failures: [], unavailable: reason };
}

/** In CI nothing may stay out: a suite that could not run becomes a failed test. */
export function requireAvailable(name: SuiteName, outcome: Outcome): Outcome {
  if (outcome.unavailable === undefined) return outcome;
  return { ...failedOnce(name, `could not run: ${outcome.unavailable}`), unavailable: outcome.unavailable };
}

/** The chosen suites with all they need, in the order of `SUITE_NAMES`; an empty choice is everything. */
export function withNeeds(chosen: readonly SuiteName[], suites: readonly Suite[]): Suite[] {
  const wanted = new Set<SuiteName>(chosen.length > 0 ? chosen : SUITE_NAMES);
  // A Set visits what is added while it is being visited.
  for (const name of wanted) {
    for (const need of suites.find((suite) => suite.name === name)?.needs ?? []) wanted.add(need);
  }
  return suites.filter(({ name }) => wanted.has(name));
}
