import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../electron/line/sample/seeded-random.ts';
import { ConsoleProcess } from '../e2e/console-process.ts';
import { openAllDay } from '../e2e/open-all-day.ts';
import { scriptedConsole, scriptedPhone } from '../integration/desk-lab.ts';
import { farDesk, openSession } from './far-desk.ts';
import { lostOrTwice } from './lost-or-twice.ts';
import { SavedSoFar } from './saved-so-far.ts';
import { liveDay } from './scripted-day.ts';

/** Death comes after this many requests at most: some within the first call, some after several. */
const MOST_REQUESTS = 80;
/** And at most this much later: before, while and after it is answered. */
const LATER_MS = 12;

/** What came of a number of kills. */
export interface Killed {
  kills: number;
  /** How many things the screen was told are saved. */
  saved: number;
  /** What was lost, twice or damaged, in words. */
  problems: string[];
}

/**
 * Kills the console (`kill -9`), or its pages, at moments drawn by `chance` in a scripted day, over one data folder, and looks each time
 * whether all is there that was called saved. Two thirds hit the service, the rest the pages.
 * @param folder a folder of its own
 */
export async function killAtRandom(folder: string, kills: number, chance: Chance): Promise<Killed> {
  const served = await ConsoleProcess.start({
    folder,
    provisioned: { consultant: { name: 'Ильина Мария Петровна' }, line: { notices: openAllDay() } },
    training: true,
  });
  const data = join(served.dataDir, 'training');
  const saved = new SavedSoFar();
  const problems: string[] = [];
  try {
    const cookie = await openSession(served.link);
    for (let kill = 1; kill <= kills; kill += 1) {
      const desk = farDesk(served.origin, cookie);
      // As in a browser, phone and console share a page.
      const [screen, phone] = await Promise.all([scriptedConsole(desk), scriptedPhone(desk, 'tab-1')]);
      await phone.said;
      const isService = chance.below(3) > 0 || kill === kills;
      const laterMs = chance.below(LATER_MS);
      let left = 1 + chance.below(MOST_REQUESTS);
      let time: () => void = () => undefined;
      const itIsTime = new Promise<void>((resolve) => (time = resolve));
      const asked = () => void ((left -= 1) === 0 && time());
      const day = liveDay({ phone, screen, asked }, saved, chance);
      await Promise.race([itIsTime, day]);
      await sleep(laterMs);
      if (isService) await served.kill();
      else desk.tearOff();
      await day;
      desk.tearOff();
      if (!isService) continue;
      problems.push(...lostOrTwice(data, saved, false).map((problem) => `kill ${kill}: ${problem}`));
      await served.startAgain();
    }
  } finally {
    // A polite end: what was on its way to the line has arrived before it.
    await served.stop();
  }
  problems.push(...lostOrTwice(data, saved, true).map((problem) => `at the end: ${problem}`));
  return { kills, saved: saved.size, problems };
}
