import type { BrowserContext } from '@playwright/test';
import { registeredAfter } from '../pbx/witnessed.ts';
import { median, race } from './report.ts';
import type { Row } from './report.ts';

/** Loads both pages in turn, each in its context where it has been before, and waits for their registrations. */
export async function raceLoads(ours: Loader, reference: Loader, loads: number): Promise<Row> {
  const times = { ours: [] as number[], reference: [] as number[] };
  for (let load = 0; load <= loads; load += 1) {
    const [mine, theirs] = [await oneLoad(ours), await oneLoad(reference)];
    if (load === 0) continue;
    times.ours.push(mine);
    times.reference.push(theirs);
  }
  return race('load → registered', median(times.ours), median(times.reference), 1.5);
}

export interface Loader {
  context: BrowserContext;
  url: string;
}

async function oneLoad({ context, url }: Loader): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const ms = await registeredAfter(page);
  await page.close();
  return ms;
}
