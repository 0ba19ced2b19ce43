import type { JournalRow } from '../../shared/contract/journal.ts';
import { DEFAULT_HANDLING_MS } from '../../shared/regulation/forecast.ts';
import { MINUTE_MS, moscowDate, moscowTime, type Instant } from '../../shared/regulation/time.ts';
import type { FactRepository } from './store/store.ts';

/** A mean of fewer says nothing. */
const LEAST_TO_TELL = 3;
/** A consultation that lay among «Незакрытые» for hours was not worked on for hours. */
const LONGEST_WRAP_UP_MS = 3 * MINUTE_MS;
const KNOWN_FOR_MS = MINUTE_MS;

/** How long a consultation takes today on average, wrap-up included, in milliseconds; read once a minute at most. */
export function createHandlingTime(facts: FactRepository): (now: Instant) => Promise<number> {
  let known: { at: Instant; ms: number } | null = null;
  return async (now) => {
    if (known !== null && now - known.at < KNOWN_FOR_MS && now >= known.at) return known.ms;
    known = { at: now, ms: averageHandlingMs(await facts.consultationsSince(moscowTime(moscowDate(now), '00:00'))) };
    return known.ms;
  };
}

/** 4.2: the mean of talk and wrap-up of conversations that were held; the policy's where there are too few. */
export function averageHandlingMs(rows: readonly Pick<JournalRow, 'talkMs' | 'endedAt' | 'closedAt'>[]): number {
  const held = rows.filter(({ talkMs }) => talkMs > 0);
  if (held.length < LEAST_TO_TELL) return DEFAULT_HANDLING_MS;
  const total = held.reduce((sum, { talkMs, endedAt, closedAt }) => {
    const wrapUpMs = endedAt === null || closedAt === null ? 0 : Math.max(0, closedAt - endedAt);
    return sum + talkMs + Math.min(wrapUpMs, LONGEST_WRAP_UP_MS);
  }, 0);
  return Math.round(total / held.length);
}
