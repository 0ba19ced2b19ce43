/** Speech at a headset is louder than this, quiet rooms are not; root mean square, −42 dB. */
const SPEECH = 0.008;
const FLOOR_DB = -60;

/** Loudness (root mean square, 0–1) as the part of a bar that is filled, 0–100: even steps for the ear. */
export function barOf(loudness: number): number {
  if (loudness <= 0) return 0;
  const db = 20 * Math.log10(loudness);
  return Math.round(Math.min(1, Math.max(0, (db - FLOOR_DB) / -FLOOR_DB)) * 100);
}

export type MicrophoneWord = 'speak' | 'heard' | 'silent';

/** What to say of a microphone being tried: once speech was heard, that stays; nothing but zeros for a while is a dead one. */
export function wordOf(
  before: MicrophoneWord,
  level: { loudness: number; peak: number },
  zerosForMs: number,
): MicrophoneWord {
  if (level.loudness >= SPEECH) return 'heard';
  if (level.peak === 0 && zerosForMs >= 3_000) return 'silent';
  return before === 'silent' ? 'speak' : before;
}
