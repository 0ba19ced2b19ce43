import type { Page } from '@playwright/test';
import type { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from '../pbx/asterisk.ts';
import { lastCall } from '../pbx/witnessed.ts';
import { answeredCall, onlyAgent } from './lab.ts';
import { heapMegabytes } from './page-cost.ts';
import { measured, median, ownRace, race, unmeasured } from './report.ts';
import type { Row } from './report.ts';
import type { CallTimes } from '../pbx/witness.ts';

/** One runner: a page registered with an agent's number, and what it must do before the next call. */
export interface Runner {
  page: Page;
  agent: string;
  settle(): Promise<void>;
}

/** The console closes its consultation after each call: while it wraps up, the queue's next call is answered 480. */
export function consoleRunner(workplace: Workplace, agent: string): Runner {
  return {
    page: workplace.page,
    agent,
    async settle() {
      await workplace.closeAsNotHeld('Тишина');
      await workplace.page.getByText('Ждём звонка').waitFor();
    },
  };
}

type Step = 'invitedAt' | 'paintedAt' | 'clickedAt' | 'okAt' | 'firstRtpAt' | 'voiceAt';

const RING = ['INVITE → ring painted', 'invitedAt', 'paintedAt'] as const;
const OK = ['click → 200 OK sent', 'clickedAt', 'okAt'] as const;
const HEARD = ['click → first RTP heard', 'clickedAt', 'firstRtpAt'] as const;
/** Both hear a file as their microphone, which opens in a few ms; a real one takes 100–300. */
const VOICE = ['click → my own first sound sent', 'clickedAt', 'voiceAt'] as const;

/** Queue calls through one exchange to both runners in turn, so that both meet the same noise. The first call of each does not count. */
export async function raceCalls(
  pbx: Asterisk,
  ours: Runner,
  reference: Runner,
  calls: number,
): Promise<{ times: CallTimes[]; rows: Row[] }> {
  const times: Record<'ours' | 'reference', CallTimes[]> = { ours: [], reference: [] };
  const heaps = new Map<number, number>();
  for (let call = 0; call <= calls; call += 1) {
    const [mine, theirs] = [await oneCall(pbx, ours), await oneCall(pbx, reference)];
    if (HEAP_AFTER.includes(call)) heaps.set(call, await heapMegabytes(ours.page));
    if (call === 0) continue;
    times.ours.push(mine);
    times.reference.push(theirs);
  }
  const row = ([what, from, to]: readonly [string, Step, Step], part: number, mostMs?: number) =>
    race(what, between(times.ours, from, to), between(times.reference, from, to), part, mostMs);
  const rows = [
    row(RING, 2, 15),
    row(OK, 0.05),
    row(HEARD, 0.3),
    measured(VOICE[0], between(times.ours, VOICE[1], VOICE[2]), between(times.reference, VOICE[1], VOICE[2])),
    heapRow(heaps),
  ];
  return { times: times.ours, rows };
}

const HEAP_AFTER = [5, 25];

function heapRow(heaps: ReadonlyMap<number, number>): Row {
  const what = `heap after ${HEAP_AFTER[1]} calls, MB`;
  const [before, after] = HEAP_AFTER.map((call) => heaps.get(call));
  if (before === undefined || after === undefined) return unmeasured(what, `it takes ${HEAP_AFTER[1]} calls`);
  return ownRace(what, after, before, `after ${HEAP_AFTER[0]}`, 1.1);
}

/**
 * The first call of a page against the median of the later ones.
 * @param open a page that has just registered
 */
export async function firstCalls(
  pbx: Asterisk,
  open: () => Promise<Runner>,
  pages: number,
  later: readonly CallTimes[],
): Promise<Row[]> {
  const first: CallTimes[] = [];
  for (let page = 0; page < pages; page += 1) {
    const runner = await open();
    first.push(await oneCall(pbx, runner));
    await runner.page.close();
  }
  return [RING, OK, HEARD].map(([what, from, to]) =>
    ownRace(`first call of a page: ${what}`, between(first, from, to), between(later, from, to), 'the later ones', 1.3),
  );
}

async function oneCall(pbx: Asterisk, { page, agent, settle }: Runner): Promise<CallTimes> {
  await onlyAgent(pbx, agent);
  const call = await answeredCall(pbx, page);
  const times = await lastCall(page);
  await call.hangUp();
  await call.ended();
  await settle();
  return times;
}

function between(calls: readonly CallTimes[], from: Step, to: Step): number {
  return median(calls.map((call) => (call[to] ?? NaN) - (call[from] ?? NaN)));
}
