import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { ConsoleProcess } from '../e2e/console-process.ts';
import { Workplace } from '../e2e/workplace.ts';
import { addCallsAndStories, fillJournal } from './journal-fill.ts';
import { launchBrowser } from './lab.ts';
import { megabytesOf } from './memory.ts';
import { heapMegabytes } from './page-cost.ts';
import { measured, median, ownRace, type Row } from './report.ts';

/** A year of a busy consultant. */
export const A_YEAR = 50_000;
const SETTLED_MS = 5_000;

/** A journal of a year in the data folder's part of this mode. */
export function fillYear(dataDir: string, mode: 'training' | 'work'): void {
  mkdirSync(join(dataDir, mode), { recursive: true });
  const file = join(dataDir, mode, 'desk.sqlite');
  fillJournal(file, A_YEAR);
  addCallsAndStories(file);
}

/** Starts of the console in a browser, from its process to the registered phone, with an empty journal and one of a year in turn; and its memory. */
export async function yearInBrowser(starts: number): Promise<Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'line15-year-'));
  const [empty, year] = [join(root, 'empty'), join(root, 'year')];
  fillYear(join(year, 'data'), 'training');
  const browser = await launchBrowser();
  const times = { empty: [] as number[], year: [] as number[] };
  const memory: Row[] = [];
  try {
    // The first start of a folder makes the sample registry.
    for (let start = 0; start <= starts; start += 1) {
      const [emptyMs, yearMs] = [
        await oneStart(browser, empty),
        await oneStart(browser, year, start < starts ? null : memory),
      ];
      if (start === 0) continue;
      times.empty.push(emptyMs);
      times.year.push(yearMs);
    }
    const what = `browser: start → registered, a journal of ${A_YEAR} consultations`;
    return [ownRace(what, median(times.year), median(times.empty), 'empty', 1.2), ...memory];
  } finally {
    await browser.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** @param memory takes what the console holds once it is at rest; null: nobody asks */
async function oneStart(browser: Browser, folder: string, memory: Row[] | null = null): Promise<number> {
  const startedAt = performance.now();
  const served = await ConsoleProcess.start({ folder });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  try {
    const page = await context.newPage();
    await new Workplace(page).open(served.link);
    const ms = performance.now() - startedAt;
    if (memory !== null) {
      await sleep(SETTLED_MS);
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const tabs = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      memory.push(
        measured('memory of the console in a browser, MB: its tab', megabytesOf(tabs), null),
        measured('… heap of its page, MB', await heapMegabytes(page), null),
        measured('… its service, MB', megabytesOf([served.pid]), null),
      );
    }
    return ms;
  } finally {
    await context.close();
    await served.stop();
  }
}
