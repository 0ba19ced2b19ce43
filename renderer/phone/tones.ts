/** A beep: pitch in Hz, from when and for how long in ms, loudness 0–1. */
export type Beep = { hz: number; atMs: number; forMs: number; level: number };
/** A piece of sound made here, no file: beeps within `lengthMs`, so that it can be repeated. */
export type Tone = { lengthMs: number; beeps: readonly Beep[] };

/** Sounds of the phone. Those for the caller (notice, farewell) are soft; ringing carries through a room. */
export const TONES = {
  /** п. 4.1: one soft tone to both before the limit. */
  notice: { lengthMs: 700, beeps: [{ hz: 880, atMs: 0, forMs: 700, level: 0.2 }] },
  /** Two tones: the conversation ends now. */
  farewell: {
    lengthMs: 900,
    beeps: [
      { hz: 660, atMs: 0, forMs: 350, level: 0.2 },
      { hz: 660, atMs: 550, forMs: 350, level: 0.2 },
    ],
  },
  /** A call for us: a rising pair, a pause. */
  ring: {
    lengthMs: 3_000,
    beeps: [0, 400].flatMap((atMs) => [
      { hz: 660, atMs, forMs: 180, level: 0.5 },
      { hz: 880, atMs: atMs + 180, forMs: 200, level: 0.5 },
    ]),
  },
  /** A second call while one talks. */
  knock: { lengthMs: 250, beeps: [{ hz: 740, atMs: 0, forMs: 250, level: 0.1 }] },
  /** A caller on hold for another minute: two short ones, lower. */
  held: {
    lengthMs: 450,
    beeps: [0, 250].map((atMs) => ({ hz: 520, atMs, forMs: 150, level: 0.08 })),
  },
  /** Three minutes left, in the consultant's ear alone: lower than everything the caller may hear. */
  warning: { lengthMs: 240, beeps: [{ hz: 494, atMs: 0, forMs: 240, level: 0.07 }] },
  /** The last minute: the same, twice. */
  'last-minute': {
    lengthMs: 620,
    beeps: [
      { hz: 494, atMs: 0, forMs: 240, level: 0.09 },
      { hz: 494, atMs: 380, forMs: 240, level: 0.09 },
    ],
  },
  /** ITU-T E.180, Russia: 425 Hz, 0.8 s of 4 s. Heard when the far end rings and sends no sound of its own. */
  ringback: { lengthMs: 4_000, beeps: [{ hz: 425, atMs: 0, forMs: 800, level: 0.15 }] },
} as const satisfies Record<string, Tone>;

/** Rise and fall of a beep: without them it clicks. */
const EDGE_MS = 15;

/**
 * The samples of a tone, -1…1.
 * @param rate samples per second
 */
export function samplesOf(tone: Tone, rate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round((tone.lengthMs * rate) / 1_000));
  for (const { hz, atMs, forMs, level } of tone.beeps) {
    const start = Math.round((atMs * rate) / 1_000);
    const count = Math.round((forMs * rate) / 1_000);
    const edge = (EDGE_MS * rate) / 1_000;
    for (let i = 0; i < count && start + i < samples.length; i += 1) {
      const envelope = Math.min(1, i / edge, (count - i) / edge);
      samples[start + i] = (samples[start + i] ?? 0) + level * envelope * Math.sin((2 * Math.PI * hz * i) / rate);
    }
  }
  return samples;
}
