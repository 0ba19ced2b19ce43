import * as z from 'zod/mini';
import { durationMs } from './wire.ts';

/** How a call sounds over the last seconds, from getStats. */
export const soundQuality = z.object({
  /** Mean opinion score by the E-model, 1–4.5 (renderer/phone/voice-quality.ts). */
  mos: z.number(),
  /** Packets of the caller's voice that never came, or came too late to be played. */
  lossPercent: z.number(),
  /** Packets of our voice that the far end says it missed; null: it says nothing. */
  sentLossPercent: z.nullable(z.number()),
  jitterMs: durationMs,
  roundTripMs: z.nullable(durationMs),
});
export type SoundQuality = z.infer<typeof soundQuality>;

/** What is wrong with a voice although the call is up. */
export const soundWarning = z.enum([
  /** Nothing is heard from the caller, and the call is not on hold. */
  'nothing-heard',
  /** Another program holds the microphone, or the system cannot open it. */
  'microphone-busy',
  /** The microphone gives nothing at all: ended, or all zeros. */
  'nothing-sent',
  /** The system says that the microphone is muted at the device. */
  'headset-muted',
  /** The consultant speaks and has switched the microphone off. */
  'speaking-muted',
]);
export type SoundWarning = z.infer<typeof soundWarning>;

/** What must be said about a call's sound now; told whole. `quality` only while it is bad. */
export const soundState = z.object({ quality: z.nullable(soundQuality), warnings: z.array(soundWarning) });
export type SoundState = z.infer<typeof soundState>;

export const GOOD_SOUND: SoundState = Object.freeze({ quality: null, warnings: [] });

/** A whole call's quality for the journal. */
export const soundSummary = z.object({
  averageMos: z.number(),
  /** The worst stretch of some seconds. */
  worstMos: z.number(),
  lossPercent: z.number(),
  worstLossPercent: z.number(),
});
export type SoundSummary = z.infer<typeof soundSummary>;
