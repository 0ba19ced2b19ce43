import type { Page } from '@playwright/test';
import type { Workplace } from '../e2e/workplace.ts';
import type { Asterisk } from '../pbx/asterisk.ts';
import { lastCall } from '../pbx/witnessed.ts';
import { answeredCall, onlyAgent } from './lab.ts';
import { median, race } from './report.ts';
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

/** Queue calls through one exchange to both runners in turn, so that both meet the same noise. The first call of each does not count. */
export async function raceCalls(pbx: Asterisk, ours: Runner, reference: Runner, calls: number): Promise<Row[]> {
  const times: Record<'ours' | 'reference', CallTimes[]> = { ours: [], reference: [] };
  for (let call = 0; call <= calls; call += 1) {
    const [mine, theirs] = [await oneCall(pbx, ours), await oneCall(pbx, reference)];
    if (call === 0) continue;
    times.ours.push(mine);
    times.reference.push(theirs);
  }
  const row = (what: string, from: Step, to: Step, part: number, mostMs?: number) =>
    race(what, between(times.ours, from, to), between(times.reference, from, to), part, mostMs);
  return [
    row('INVITE → ring painted', 'invitedAt', 'paintedAt', 2, 15),
    row('click → 200 OK sent', 'clickedAt', 'okAt', 0.05),
    row('click → first RTP heard', 'clickedAt', 'firstRtpAt', 0.3),
  ];
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

type Step = 'invitedAt' | 'paintedAt' | 'clickedAt' | 'okAt' | 'firstRtpAt';

function between(calls: readonly CallTimes[], from: Step, to: Step): number {
  return median(calls.map((call) => (call[to] ?? NaN) - (call[from] ?? NaN)));
}
