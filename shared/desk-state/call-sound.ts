import type { SoundQuality, SoundWarning } from '../contract/call-sound.ts';
import type { StoryLine } from '../contract/journal.ts';
import type { PhoneFact } from '../contract/phone.ts';
import { callById } from './calls.ts';
import { replaceCall, story, type Turn } from './turn.ts';

/** How a warning stands in the story. Speaking while muted is said at once and forgotten. */
const LINES: Partial<Record<SoundWarning, StoryLine['what']>> = {
  'nothing-heard': 'nothing-heard',
  'nothing-sent': 'nothing-sent',
  'headset-muted': 'nothing-sent',
  'microphone-busy': 'nothing-sent',
};

/** What is wrong with a call's sound is shown; the story learns when it went bad and when it was well again, and each other trouble once. */
export function sounds(turn: Turn, { callId, state }: Extract<PhoneFact, { kind: 'call-sound' }>): void {
  const call = callById(turn, callId);
  if (call === undefined) return;
  const { quality, warnings } = state;
  const fresh = warnings.filter((warning) => !call.soundTold.includes(warning));
  replaceCall(turn, callId, { ...call, sound: state, soundTold: [...call.soundTold, ...fresh] });
  const { consultationId } = call;
  if (consultationId === null) return;
  if (quality !== null && call.sound.quality === null) story(turn, consultationId, 'sound-bad', figures(quality));
  if (quality === null && call.sound.quality !== null) story(turn, consultationId, 'sound-good');
  for (const what of new Set(fresh.flatMap((warning) => LINES[warning] ?? []))) story(turn, consultationId, what);
}

/** Figures read the same in every language. */
function figures({ mos, lossPercent, sentLossPercent }: SoundQuality): string {
  return `MOS ${mos.toFixed(1)}, ${Math.round(Math.max(lossPercent, sentLossPercent ?? 0))} %`;
}
