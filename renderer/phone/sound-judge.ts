import type { SoundQuality, SoundState, SoundSummary, SoundWarning } from '../../shared/contract/call-sound.ts';
import type { SoundStretch } from './sound-counters.ts';

/** The microphone as it is at one look. */
export type MicrophoneSigns = {
  /** none: not opened yet. busy: another program holds it. muted: at the device or by the system, not by us. */
  state: 'none' | 'busy' | 'live' | 'muted' | 'ended';
  /** Loudest sample of the last moments, 0–1; 0 is no quiet room, it is nothing at all. */
  peak: number;
  /** Root mean square of the last moments, 0–1. */
  loudness: number;
};

/** «Many users dissatisfied» begins here (G.107 Annex B); it is over a little above, so that the words do not flicker. */
const BAD_MOS = 3.6;
const GOOD_MOS = 3.8;
/** Stretches over which quality is judged: one bad second is nobody's business. */
const JUDGED = 3;
/** A quiet line hums louder than this; −70 dB of full scale. */
const HUM = 0.0003;
/** Speech into a headset is louder than this; −40 dB. */
const SPEECH = 0.01;
const NO_PACKETS_MS = 4_000;
const SILENT_LINE_MS = 10_000;
const DEAD_MICROPHONE_MS = 4_000;
/** Speaking is speaking when two looks heard it, and is said for a while after. */
const SPOKEN_LOOKS = 2;
const SPOKEN_FOR_MS = 4_000;

/** What the consultant wants of the call now. */
export type Wanted = { held: boolean; muted: boolean };

export interface SoundJudge {
  /** What was heard since the last such word. */
  heard(stretch: SoundStretch, wanted: Wanted, now: number): void;
  /** A look at the microphone. */
  looked(signs: MicrophoneSigns, wanted: Wanted, now: number): void;
  state(): SoundState;
  /** The whole call's quality; null when nothing was ever heard. */
  summary(): SoundSummary | null;
}

/**
 * Judges a call's sound: says what is bad for longer than a moment, and nothing else. Pure but for what it remembers.
 * @param since when the call was answered, ms of the clock of `now`
 */
export function createSoundJudge(since: number): SoundJudge {
  const last: SoundQuality[] = [];
  const total = { stretches: 0, mos: 0, loss: 0, worstMos: 5, worstLoss: 0 };
  let bad = false;
  let packetsAt = since;
  let heardAt = since;
  let audibleAt = since;
  let spokenAt = -Infinity;
  let spokenLooks = 0;
  const warnings = new Map<SoundWarning, boolean>();

  const recent = (): SoundQuality | null => {
    const newest = last.at(-1);
    if (newest === undefined) return null;
    const mean = (of: (one: SoundQuality) => number) => last.reduce((sum, one) => sum + of(one), 0) / last.length;
    return { ...newest, mos: mean(({ mos }) => mos), lossPercent: mean(({ lossPercent }) => lossPercent) };
  };

  function judge(quality: SoundQuality): void {
    last.push(quality);
    if (last.length > JUDGED) last.shift();
    total.stretches += 1;
    total.mos += quality.mos;
    total.loss += quality.lossPercent;
    const now = recent();
    if (now === null || last.length < JUDGED) return;
    total.worstMos = Math.min(total.worstMos, now.mos);
    total.worstLoss = Math.max(total.worstLoss, now.lossPercent);
    bad = bad ? last.some(({ mos }) => mos < GOOD_MOS) : last.every(({ mos }) => mos < BAD_MOS);
  }

  return {
    heard({ quality, packets, loudness }, { held }, now) {
      if (held) {
        // What a held caller sends is not listened to; afterwards silence is counted anew.
        packetsAt = heardAt = now;
        last.length = 0;
        bad = false;
      } else {
        if (packets > 0) packetsAt = now;
        if (loudness > HUM) heardAt = now;
        if (quality !== null) judge(quality);
      }
      warnings.set('nothing-heard', now - packetsAt >= NO_PACKETS_MS || now - heardAt >= SILENT_LINE_MS);
    },
    looked({ state, peak, loudness }, { held, muted }, now) {
      // Silence is counted anew once it may send again.
      if (held || peak > 0 || state === 'muted' || state === 'busy') audibleAt = now;
      spokenLooks = muted && !held && loudness > SPEECH ? spokenLooks + 1 : 0;
      if (spokenLooks >= SPOKEN_LOOKS) spokenAt = now;
      const dead = now - audibleAt >= DEAD_MICROPHONE_MS;
      warnings.set('headset-muted', state === 'muted' && !held);
      warnings.set('microphone-busy', state === 'busy' && !held && !muted);
      warnings.set('nothing-sent', dead && !muted);
      warnings.set('speaking-muted', muted && !held && now - spokenAt < SPOKEN_FOR_MS);
    },
    state: () => ({
      quality: bad ? rounded(recent()) : null,
      warnings: [...warnings].flatMap(([warning, on]) => (on ? [warning] : [])),
    }),
    summary() {
      if (total.stretches === 0) return null;
      const [mos, loss] = [total.mos / total.stretches, total.loss / total.stretches];
      return {
        averageMos: round(mos, 2),
        worstMos: round(Math.min(total.worstMos, mos), 2),
        lossPercent: round(loss, 1),
        worstLossPercent: round(Math.max(total.worstLoss, loss), 1),
      };
    },
  };
}

/** Rounded, so that what is told changes only when it matters. */
function rounded(quality: SoundQuality | null): SoundQuality | null {
  if (quality === null) return null;
  const { mos, lossPercent, sentLossPercent, jitterMs, roundTripMs } = quality;
  return {
    mos: round(mos, 1),
    lossPercent: Math.round(lossPercent),
    sentLossPercent: sentLossPercent === null ? null : Math.round(sentLossPercent),
    jitterMs: Math.round(jitterMs / 10) * 10,
    roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs / 10) * 10,
  };
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
