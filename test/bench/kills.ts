import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChance } from '../../electron/line/sample/seeded-random.ts';
import { killAtRandom } from '../endurance/kills.ts';
import type { Row } from './report.ts';

/** Kills service and pages at so many random moments of a scripted day; each thing lost, twice or damaged is printed. */
export async function kills(count: number, seed: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'line15-kills-'));
  try {
    const { saved, problems } = await killAtRandom(folder, count, seededChance(seed));
    problems.forEach((problem) => console.log(`bench: ${problem}`));
    const what = `lost, twice or damaged after ${count} kills, of ${saved} things called saved (seed ${seed})`;
    return [{ what, ours: problems.length, reference: null, goal: '0', met: problems.length === 0 }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
