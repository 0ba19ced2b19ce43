import * as z from 'zod/mini';
import type { CallMedia } from '../../shared/contract/phone.ts';

/** The few counters we read of W3C webrtc-stats; times there are seconds. */
const stat = z.object({
  id: z.string(),
  type: z.string(),
  kind: z.optional(z.string()),
  mimeType: z.optional(z.string()),
  codecId: z.optional(z.string()),
  packetsSent: z.optional(z.number()),
  packetsReceived: z.optional(z.number()),
  packetsLost: z.optional(z.number()),
  jitter: z.optional(z.number()),
  roundTripTime: z.optional(z.number()),
  currentRoundTripTime: z.optional(z.number()),
  nominated: z.optional(z.boolean()),
});
type Stat = z.infer<typeof stat>;

/** Something that lists stats, and finds one by its id: an RTCStatsReport. */
export interface StatsSource {
  forEach(callback: (value: unknown) => void): void;
  get(id: string): unknown;
}

/** One call's media in numbers, or null when there was none. Durations in ms. */
export function callMediaOf(report: StatsSource): CallMedia | null {
  const stats: Stat[] = [];
  report.forEach((value) => {
    const parsed = stat.safeParse(value);
    if (parsed.success) stats.push(parsed.data);
  });
  const audio = (type: string) => stats.find((one) => one.type === type && (one.kind ?? 'audio') === 'audio');
  const sent = audio('outbound-rtp');
  const received = audio('inbound-rtp');
  if (!sent && !received) return null;
  const codec = stats.find(({ id }) => id === (received?.codecId ?? sent?.codecId));
  const pair = stats.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const roundTrip = audio('remote-inbound-rtp')?.roundTripTime ?? pair?.currentRoundTripTime;
  return {
    codec: codec?.mimeType?.replace(/^audio\//, '').slice(0, 40) ?? null,
    packetsSent: whole(sent?.packetsSent),
    packetsReceived: whole(received?.packetsReceived),
    packetsLost: whole(received?.packetsLost),
    jitterMs: milliseconds(received?.jitter),
    roundTripMs: milliseconds(roundTrip),
    quality: null,
  };
}

const whole = (value = 0): number => Math.round(value);

function milliseconds(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.max(0, Math.round(seconds * 10_000) / 10);
}
