import * as z from 'zod/mini';
import { durationMs, shortText } from './wire.ts';

/** What may sound instead of the program's own tones: notice and farewell (4.1) are the line's, heard by the caller; the ring is one's own. */
export const recordingKind = z.enum(['notice', 'farewell', 'ring']);
export type RecordingKind = z.infer<typeof recordingKind>;
export const RECORDING_KINDS = ['notice', 'farewell', 'ring'] as const;

/** A recording is heard within the consultation's time: long ones would eat it. Ms. */
export const SHORTEST_RECORDING_MS = 200;
export const LONGEST_RECORDING_MS = 10_000;
/** The console sends WAV, one channel of 24,000 samples of 16 bits: as much as a call carries, and ten seconds fit into one message. */
export const RECORDING_RATE = 24_000;
/** Base64 of ten such seconds and their header. */
export const LONGEST_RECORDING_TEXT = 660_000;

export const recordingAbout = z.object({
  /** The name of the file it was made from. */
  name: shortText,
  lengthMs: durationMs,
  /** Tells one recording from another. */
  id: shortText,
});
export type RecordingAbout = z.infer<typeof recordingAbout>;

/** What sounds instead of each tone; null: the tone. */
export const recordings = z.object({
  notice: z.nullable(recordingAbout),
  farewell: z.nullable(recordingAbout),
  ring: z.nullable(recordingAbout),
});
export type Recordings = z.infer<typeof recordings>;

export const NO_RECORDINGS: Recordings = { notice: null, farewell: null, ring: null };

/** Why a file is no recording. */
export type RecordingProblem = 'recording-format' | 'recording-too-short' | 'recording-too-long';

/** Whether a length is one a recording may have. */
export function recordingLengthProblem(lengthMs: number): RecordingProblem | null {
  if (lengthMs < SHORTEST_RECORDING_MS) return 'recording-too-short';
  return lengthMs > LONGEST_RECORDING_MS ? 'recording-too-long' : null;
}

/** A recording's bytes, base64; null: there is none any more. */
export const recordingMethod = {
  args: z.object({ kind: recordingKind }),
  result: z.object({ data: z.nullable(z.string()) }),
};
