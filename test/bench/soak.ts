import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAllDay } from '../e2e/open-all-day.ts';
import { ConsoleProcess } from '../e2e/console-process.ts';
import { Workplace } from '../e2e/workplace.ts';
import { workShift } from '../endurance/busy-shift.ts';
import { Inspector } from '../endurance/inspector.ts';
import { LAST_OF_A_CALL_MS, whatIsHeld, type Held } from '../endurance/what-is-held.ts';
import { launchBrowser } from './lab.ts';
import type { Row } from './report.ts';

const FIRST = 10;
const HEAP_PART = 1.1;
/** A listener, a node or a handle more is chance; one of every call is not. */
const MORE = 5;
const MB = 1_000_000;
type Heap = 'pageHeap' | 'pageData' | 'serviceHeap';
/** One of everything may be slow on a busy machine. */
const PATIENCE_MS = 120_000;

/** A shift of so many calls with everything used, on the fast clock: what console and service hold after the tenth call and after the last. */
export async function soak(calls: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'line15-soak-'));
  const served = await ConsoleProcess.start({
    folder,
    provisioned: { consultant: { name: 'Ильина Мария' }, line: { notices: openAllDay() } },
    training: true,
    inspected: true,
  });
  const service = await Inspector.open(served.inspector);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const consultant = await new Workplace(page).open(served.link);
    const held: Held[] = [];
    await workShift(consultant, calls, async (call) => {
      if (call % FIRST === 0) console.log(`bench: ${call} calls of ${calls}`);
      if (call !== FIRST && call !== calls) return;
      await sleep(LAST_OF_A_CALL_MS);
      held.push(await whatIsHeld(page, service, served.pid));
    });
    const [tenth, last] = held;
    if (tenth === undefined || last === undefined) throw new Error('a soak takes more than ten calls');
    return rows(calls, tenth, last);
  } finally {
    await browser.close();
    service.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function rows(calls: number, tenth: Held, last: Held): Row[] {
  const row = (what: string, ours: number, reference: number, goal: string, met: boolean): Row => ({
    what: `${what} after ${calls} calls (beside: after ${FIRST})`,
    ours,
    reference,
    goal,
    met,
  });
  const heap = (what: string, of: Heap) =>
    row(`${what}, MB`, last[of] / MB, tenth[of] / MB, `≤ ${HEAP_PART} ×`, last[of] <= tenth[of] * HEAP_PART);
  const count = (what: string, of: Exclude<keyof Held, Heap>) =>
    row(what, last[of], tenth[of], `≤ + ${MORE}`, last[of] <= tenth[of] + MORE);
  return [
    heap('heap of the console', 'pageHeap'),
    heap('… without the code its engine compiled', 'pageData'),
    heap('heap of the service', 'serviceHeap'),
    count('listeners of the console', 'listeners'),
    count('nodes of the console', 'nodes'),
    count('connections and audio nodes of the console', 'pageHandles'),
    count('sockets and timers of the service', 'serviceHandles'),
    count('open files of the service', 'files'),
  ];
}
