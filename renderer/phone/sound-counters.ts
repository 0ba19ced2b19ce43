import * as z from 'zod/mini';
import type { SoundQuality } from '../../shared/contract/call-sound.ts';
import type { StatsSource } from './media-stats.ts';
import { mosOf, ratingOf } from './voice-quality.ts';

/** What W3C webrtc-stats count of a call's sound so far; seconds there, ms where the name says so here. */
export type SoundCounters = {
  received: number;
  lost: number;
  /** Came too late for the jitter buffer. */
  discarded: number;
  jitterMs: number;
  /** Part of our packets the far end missed lately (RTCP), 0–1. */
  sentLost: number | null;
  roundTripMs: number | null;
  /** Time spent in the jitter buffer, summed over samples; and how many those were. */
  bufferedS: number;
  emitted: number;
  /** Energy of what was played (1 s of full scale is 1), and for how long. */
  energy: number;
  playedS: number;
};

const number = z.optional(z.number());
const stat = z.object({
  type: z.string(),
  kind: z.optional(z.string()),
  packetsReceived: number,
  packetsLost: number,
  packetsDiscarded: number,
  jitter: number,
  fractionLost: number,
  roundTripTime: number,
  currentRoundTripTime: number,
  nominated: z.optional(z.boolean()),
  jitterBufferDelay: number,
  jitterBufferEmittedCount: number,
  totalAudioEnergy: number,
  totalSamplesDuration: number,
});

/** The counters of a stats report; null while no sound comes in. */
export function soundCountersOf(report: StatsSource): SoundCounters | null {
  const stats: z.infer<typeof stat>[] = [];
  report.forEach((value) => {
    const parsed = stat.safeParse(value);
    if (parsed.success) stats.push(parsed.data);
  });
  const audio = (type: string) => stats.find((one) => one.type === type && (one.kind ?? 'audio') === 'audio');
  const inbound = audio('inbound-rtp');
  if (!inbound) return null;
  const far = audio('remote-inbound-rtp');
  const pair = stats.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const roundTrip = far?.roundTripTime ?? pair?.currentRoundTripTime;
  return {
    received: inbound.packetsReceived ?? 0,
    lost: inbound.packetsLost ?? 0,
    discarded: inbound.packetsDiscarded ?? 0,
    jitterMs: Math.max(0, (inbound.jitter ?? 0) * 1_000),
    sentLost: far?.fractionLost ?? null,
    roundTripMs: roundTrip === undefined ? null : Math.max(0, roundTrip * 1_000),
    bufferedS: inbound.jitterBufferDelay ?? 0,
    emitted: inbound.jitterBufferEmittedCount ?? 0,
    energy: inbound.totalAudioEnergy ?? 0,
    playedS: inbound.totalSamplesDuration ?? 0,
  };
}

/** Packing and codec take about this long on the way from mouth to ear. */
const PACKET_MS = 20;

/** What was heard between two looks. */
export type SoundStretch = {
  /** null: no packet came, so there is nothing to judge. */
  quality: SoundQuality | null;
  packets: number;
  /** Root mean square of what was played, 0–1. */
  loudness: number;
};

/** The stretch between two readings of the counters; counters that were set back (another stream) give an empty one. */
export function stretchBetween(before: SoundCounters, now: SoundCounters): SoundStretch {
  const grown = (key: 'received' | 'lost' | 'discarded' | 'bufferedS' | 'emitted' | 'energy' | 'playedS') =>
    Math.max(0, now[key] - before[key]);
  const [received, lost, discarded] = [grown('received'), grown('lost'), grown('discarded')];
  const played = grown('playedS');
  const loudness = played === 0 ? 0 : Math.sqrt(grown('energy') / played);
  if (received === 0) return { quality: null, packets: 0, loudness };
  const lossPercent = Math.min(100, (100 * (lost + discarded)) / (received + lost));
  const sentLossPercent = now.sentLost === null ? null : Math.min(100, Math.max(0, now.sentLost * 100));
  const emitted = grown('emitted');
  const bufferMs = emitted === 0 ? 0 : (1_000 * grown('bufferedS')) / emitted;
  const delayMs = (now.roundTripMs ?? 0) / 2 + bufferMs + PACKET_MS;
  const mos = mosOf(ratingOf({ lossPercent: Math.max(lossPercent, sentLossPercent ?? 0), delayMs }));
  const { jitterMs, roundTripMs } = now;
  return { quality: { mos, lossPercent, sentLossPercent, jitterMs, roundTripMs }, packets: received, loudness };
}
