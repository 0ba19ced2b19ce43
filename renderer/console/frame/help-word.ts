import type { DeskSnapshot } from '../../../shared/contract/desk.ts';

/** Which sentence of the help says what the present state is about. */
export type HelpWord = 'ready' | 'notReady' | 'ringing' | 'dialling' | 'talking' | 'wrapUp' | 'interrupted';

/** The present state in one word, from what the desk shows. */
export function helpWord(snapshot: Pick<DeskSnapshot, 'activity' | 'availability' | 'consultation'>): HelpWord {
  const { activity, availability, consultation } = snapshot;
  if (consultation?.phase === 'interrupted') return 'interrupted';
  if (activity === 'wrap-up') return 'wrapUp';
  if (activity === 'idle') return availability.kind === 'ready' ? 'ready' : 'notReady';
  return activity;
}
