/** Speech at a headset is louder than this, quiet rooms are not; root mean square, −42 dB. */
const SPEECH = 0.008;

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
