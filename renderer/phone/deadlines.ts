import type { CallDeadlines } from '../../shared/contract/phone.ts';
import { onTime } from './on-time.ts';

/** What happens at a deadline. */
export type DeadlineKind = StageKind | 'notice' | 'farewell' | 'limit';
/** A stage the consultant hears, and nobody else. */
export type StageKind = 'warning' | 'last-minute';

/** `setTimeout` takes no more than 24.8 days, and a clock may jump: it is looked at again at least this often. */
const LOOK_AGAIN_MS = 60_000;
/** A tone whose time is past by more than this is not played after the event. */
const STALE_MS = 1_000;

export interface Deadlines {
  /** Replaces the call's deadlines. A limit in the past is due at once; a tone in the past is left out. */
  set(order: CallDeadlines): void;
  /** The call is over. */
  clear(callId: string): void;
  /** The clock made a jump (sleep): what fell due meanwhile is due now. */
  look(): void;
}

/**
 * The deadlines of the calls, by a monotonic clock. They are the phone's own: kept whether the service lives or not (design: «Who cuts»).
 * @param now ms, monotonic, counting sleep
 * @param due told once per deadline
 */
export function createDeadlines(now: () => number, due: (callId: string, kind: DeadlineKind) => void): Deadlines {
  type Waiting = { at: Partial<Record<DeadlineKind, number>>; callOff(): void };
  const calls = new Map<string, Waiting>();
  const kinds: readonly DeadlineKind[] = ['warning', 'last-minute', 'notice', 'farewell', 'limit'];

  function look(callId: string): void {
    const waiting = calls.get(callId);
    if (!waiting) return;
    waiting.callOff();
    for (const kind of kinds) {
      const at = waiting.at[kind];
      if (at === undefined || at > now()) continue;
      delete waiting.at[kind];
      due(callId, kind);
      // What it did may have ended the call or brought a new order.
      if (calls.get(callId) !== waiting) return;
    }
    const next = Math.min(...Object.values(waiting.at));
    if (next === Infinity) return void calls.delete(callId);
    waiting.callOff = onTime(() => look(callId), Math.min(Math.max(0, next - now()), LOOK_AGAIN_MS));
  }

  function clear(callId: string): void {
    calls.get(callId)?.callOff();
    calls.delete(callId);
  }

  return {
    set({ callId, warningInMs, lastMinuteInMs, noticeInMs, farewellInMs, limitInMs }) {
      clear(callId);
      const at: Waiting['at'] = {};
      if (warningInMs !== undefined && warningInMs > -STALE_MS) at.warning = now() + warningInMs;
      if (lastMinuteInMs !== undefined && lastMinuteInMs > -STALE_MS) at['last-minute'] = now() + lastMinuteInMs;
      if (noticeInMs !== null && noticeInMs > -STALE_MS) at.notice = now() + noticeInMs;
      if (farewellInMs !== null && farewellInMs > -STALE_MS) at.farewell = now() + farewellInMs;
      if (limitInMs !== null) at.limit = now() + limitInMs;
      calls.set(callId, { at, callOff() {} });
      look(callId);
    },
    clear,
    look: () => [...calls.keys()].forEach(look),
  };
}
