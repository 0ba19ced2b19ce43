import type { SoundQuality, SoundWarning } from '../../../shared/contract/call-sound.ts';
import type { CallView } from '../../../shared/contract/desk.ts';

/** What a consultant can do something about stands first. */
const ORDER: readonly SoundWarning[] = [
  'speaking-muted',
  'headset-muted',
  'microphone-busy',
  'nothing-sent',
  'nothing-heard',
];

export type Trouble =
  | { kind: SoundWarning }
  | { kind: 'loss-here' | 'loss-there'; percent: number; mos: number }
  | { kind: 'delay' | 'bad'; mos: number };

/** A delay people begin to speak at once with. */
const LONG_WAY_MS = 400;
/** Loss that is heard. */
const HEARD_LOSS = 2;

/** The one thing to say about a call's sound now; null: nothing. A muted microphone is no trouble unless one speaks. */
export function troubleOf({ sound, muted }: Pick<CallView, 'sound' | 'muted'>): Trouble | null {
  const kind = ORDER.find((warning) => sound.warnings.includes(warning));
  if (kind !== undefined && !(muted && kind === 'nothing-heard')) return { kind };
  return muted || sound.quality === null ? null : causeOf(sound.quality);
}

/** Why the sound is bad, as far as the figures tell. */
function causeOf({ mos, lossPercent, sentLossPercent, roundTripMs }: SoundQuality): Trouble {
  const there = sentLossPercent ?? 0;
  if (Math.max(lossPercent, there) >= HEARD_LOSS) {
    return lossPercent >= there
      ? { kind: 'loss-here', percent: lossPercent, mos }
      : { kind: 'loss-there', percent: there, mos };
  }
  return { kind: (roundTripMs ?? 0) >= LONG_WAY_MS ? 'delay' : 'bad', mos };
}
