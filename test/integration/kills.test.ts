import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../build/build.ts';
import { seededChance } from '../../electron/line/sample/seeded-random.ts';
import { killAtRandom } from '../endurance/kills.ts';

beforeAll(() => build({ only: ['pages'] }));

/** The full form is `npm run bench -- --only kills`. */
test('killed at random moments of a day: all that was called saved is there, nothing twice, the databases sound', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'line15-kills-'));
  try {
    const { saved, problems } = await killAtRandom(folder, 8, seededChance(15));
    expect(problems).toEqual([]);
    // How far a day gets before each kill is the machine's pace; what matters here is that there was something to lose.
    expect(saved).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 180_000);
