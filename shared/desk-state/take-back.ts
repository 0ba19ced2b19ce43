import { followsFromSaying } from '../regulation/sayings.ts';
import { noteEdits } from './card-story.ts';
import { saidText } from './record.ts';
import type { Consultation } from './state.ts';
import { changeConsultation, refuse, story, tellLine, write, type Turn } from './turn.ts';

/** The undo of «Сказать пользователю»: it was not said. What followed from it on the card goes, unless it was changed since. */
export function takeBackSaying(turn: Turn, before: Consultation): void {
  const { consultation } = turn.state;
  const taken = consultation?.said[before.said.length];
  if (consultation?.id !== before.id || taken === undefined) return refuse(turn, 'undo-late');
  story(turn, before.id, 'unsaid', saidText(taken));
  const card = { ...consultation.card };
  const { topic, outcome, outOfScope, closing } = followsFromSaying(taken.id, taken.detail, before.card);
  if (topic !== undefined && card.topic === topic) card.topic = before.card.topic;
  if (outcome !== undefined && card.outcome === outcome) card.outcome = before.card.outcome;
  if (outOfScope !== undefined && card.outOfScope === outOfScope) card.outOfScope = before.card.outOfScope;
  if (closing !== undefined && card.closing === closing) card.closing = before.card.closing;
  noteEdits(turn, consultation, card);
  changeConsultation(turn, consultation, { card, said: consultation.said.filter((one) => one !== taken) });
}

/**
 * The undo of «Закрыть консультацию»: its wrap-up begins anew at the workplace. Where the next call has come or another card lies open
 * meanwhile, it goes to «Незакрытые», and nothing is in anybody's way.
 */
export function takeBackClosing(turn: Turn, before: Consultation): void {
  const { consultation, call, wrapUpMs } = turn.state;
  story(turn, before.id, 'close-undone');
  tellLine(turn, { kind: 'consultation-reopened', consultationId: before.id });
  const again = Math.max(turn.at + wrapUpMs, before.continuableUntil ?? 0);
  const wrapUpUntil = before.phase === 'wrap-up' ? again : null;
  if (consultation === null && call === null) return void changeConsultation(turn, before, { wrapUpUntil });
  write(turn, { kind: 'consultation', record: { ...before, touchedAt: turn.at } });
}
