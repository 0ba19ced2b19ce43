import type { Card } from '../contract/journal.ts';
import type { ConsultationRecord } from './record.ts';
import { story, type Turn } from './turn.ts';

/** What was chosen is a line of the story; what was typed is on the card. */
export function noteEdits(
  turn: Turn,
  { id, card: before }: Pick<ConsultationRecord, 'id' | 'card'>,
  after: Card,
): void {
  for (const what of ['topic', 'outcome', 'closing'] as const) {
    if (after[what] !== before[what]) story(turn, id, what, after[what] ?? '');
  }
}
