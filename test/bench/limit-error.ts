import { setTimeout as sleep } from 'node:timers/promises';
import type { Asterisk } from '../pbx/asterisk.ts';
import type { AmiMessage } from '../pbx/ami.ts';
import { lastCall } from '../pbx/witnessed.ts';
import type { Runner } from './call-race.ts';
import { answeredCall, onlyAgent } from './lab.ts';
import { below } from './report.ts';
import type { Row } from './report.ts';

/** A limit of seconds, with its stages: enough for a tone, a farewell and the cut. */
export const SHORT_LIMITS = { limit: '0:06', warningBefore: '0:04', lastMinuteBefore: '0:03', noticeBefore: '0:02' };
const LIMIT_MS = 6_000;

/** Calls cut at the limit: how far from it the phone sent its BYE, and the exchange saw the call end. The worst of all counts. */
export async function limitErrors(pbx: Asterisk, runner: Runner, calls: number): Promise<Row[]> {
  const atPhone: number[] = [];
  const atExchange: number[] = [];
  await onlyAgent(pbx, runner.agent);
  for (let count = 0; count < calls; count += 1) {
    const seen = pbx.ami.events.length;
    const call = await answeredCall(pbx, runner.page);
    await call.ended(LIMIT_MS + 10_000);
    const { okAt, byeAt } = await lastCall(runner.page);
    atPhone.push((byeAt ?? NaN) - (okAt ?? NaN) - LIMIT_MS);
    const ofAgent = pbx.ami.events
      .slice(seen)
      .filter(({ Channel = '' }) => Channel.startsWith(`PJSIP/${runner.agent}-`));
    atExchange.push(stamp(ofAgent, isEnd) - stamp(ofAgent, isAnswer) - LIMIT_MS);
    await runner.settle();
    await sleep(200);
  }
  const worst = (errors: readonly number[]) => Math.max(...errors.map(Math.abs));
  return [
    below(`clock error at the limit, worst of ${calls} calls, at the phone`, worst(atPhone), 100),
    below('… as the exchange saw it', worst(atExchange), 100),
  ];
}

const isAnswer = ({ Event, ChannelStateDesc }: AmiMessage) => Event === 'Newstate' && ChannelStateDesc === 'Up';
const isEnd = ({ Event }: AmiMessage) => Event === 'Hangup';

/** When the exchange said so, ms. */
function stamp(events: readonly AmiMessage[], matches: (event: AmiMessage) => boolean): number {
  return Number(events.find(matches)?.Timestamp ?? NaN) * 1_000;
}
