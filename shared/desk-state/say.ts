import { followsFromSaying, isWhole, maySay } from '../regulation/sayings.ts';
import { editCard } from './card.ts';
import { openEventOf } from './event-mirror.ts';
import { confirmCriticality } from './events.ts';
import type { IntentInput } from './inputs.ts';
import { saidReason, saidText, whoOf } from './record.ts';
import type { Consultation, DeskState } from './state.ts';
import { changeConsultation, refuse, story, type Turn } from './turn.ts';
import { undoable } from './undo.ts';

/**
 * Something was said to the user under a clause: kept with its time, a row of the time line, and what follows from it on the card. Confirmed
 * high criticality (2.6) goes to the event the consultation was dialled for, and to those booked from it. All of it can be taken back.
 */
export function say(
  turn: Turn,
  { consultationId, id, detail, program }: Omit<Extract<IntentInput, { kind: 'say' }>, 'kind'>,
): void {
  const { consultation } = turn.state;
  if (consultation?.id !== consultationId) return refuse(turn, 'no-consultation');
  if (consultation.phase === 'dialling') return refuse(turn, 'wrong-phase');
  const { said, card, eventId, bookedEventIds } = consultation;
  if (!isWhole(id, detail)) return refuse(turn, 'saying-not-whole');
  if (!maySay(id, { said: said.map((one) => one.id), topic: card.topic })) return refuse(turn, 'not-said-before');
  const kept = { at: turn.at, id, detail: detail.trim(), program: id === 'remote-connection' ? program : null };
  const ofIt = [eventId, ...bookedEventIds].filter((event) => event !== null);
  const offered = { what: 'said', who: whoOf(consultation), saying: id, consultation } as const;
  undoable(turn, offered, ofIt, () => {
    changeConsultation(turn, consultation, { said: [...said, kept] });
    story(turn, consultationId, 'said', saidText(kept));
    editCard(turn, consultationId, followsFromSaying(id, detail, card), null);
    if (id !== 'confirm-criticality') return;
    for (const event of ofIt) {
      if (openEventOf(turn, event) !== undefined) confirmCriticality(turn, event, kept.detail, true);
    }
  });
}

/** 2.6: the reason for which the consultation's high criticality was confirmed: in it, or on the event it was dialled for; null: it was not. */
export function confirmedCriticality(
  { events }: Pick<DeskState, 'events'>,
  { said, eventId }: Pick<Consultation, 'said' | 'eventId'>,
): string | null {
  const here = saidReason(said);
  if (here !== null) return here;
  return events.find(({ id }) => id === eventId)?.criticality === 'confirmed' ? '' : null;
}
