import { setAfterCall, setAvailability } from './availability.ts';
import { applyToMirror } from './event-mirror.ts';
import { takeBackService } from './service.ts';
import type { Consultation, Undo } from './state.ts';
import { takeBackClosing, takeBackSaying } from './take-back.ts';
import { changeConsultation, refuse, update, type Turn } from './turn.ts';

/** How long a wrong action on oneself can be taken back. */
export const UNDO_MS = 10_000;

type Offered = Pick<Undo, 'what' | 'who'> & Partial<Pick<Undo, 'saying' | 'consultation'>>;

/** Does `act`; what it changed of these events, and of the consultant's state, can be taken back for a while. */
export function undoable(turn: Turn, offered: Offered, eventIds: readonly string[], act: () => void): void {
  const { availability, events: all } = turn.state;
  act();
  if (turn.refusal !== null) return;
  const events = eventIds.flatMap((id) => {
    const [before, after] = [all, turn.state.events].map((list) => list.find((event) => event.id === id));
    const at = after?.history.at(-1)?.at;
    return before === undefined || at === undefined || before === after ? [] : [{ before, at }];
  });
  const { consultation = null, saying = null } = offered;
  if (events.length === 0 && consultation === null) return;
  const changed = availability !== turn.state.availability;
  update(turn, {
    undo: {
      ...offered,
      id: turn.fresh.eventId,
      until: turn.at + UNDO_MS,
      events,
      availability: changed ? availability : null,
      afterCall: null,
      consultation,
      saying,
    },
  });
}

/** «Отменить»: everything is as it was before the last action. What somebody else has changed meanwhile stays, and is refused. */
export function undo(turn: Turn, id: string): void {
  const { undo: last, consultation } = turn.state;
  if (last?.id !== id || turn.at >= last.until) return refuse(turn, 'undo-late');
  for (const { before, at } of last.events) {
    const event = turn.state.events.find((one) => one.id === before.id);
    if (event === undefined) return refuse(turn, 'undo-late');
    applyToMirror(turn, event, { kind: 'event-undone', eventId: before.id, before, undoneAt: at });
    if (turn.refusal !== null) return;
    // Its outcome is open again: closing the consultation decides it.
    if (consultation?.eventId === before.id) changeConsultation(turn, consultation, { eventSettled: false });
  }
  if (last.consultation !== null) TAKE_BACK[last.what]?.(turn, last.consultation);
  if (turn.refusal !== null) return;
  if (last.availability !== null) setAvailability(turn, last.availability.kind, last.availability.reason);
  if (last.afterCall !== null && turn.state.consultation?.phase === 'wrap-up') setAfterCall(turn, last.afterCall);
  update(turn, { undo: null });
}

/** How a consultation becomes what it was before the action. */
const TAKE_BACK: Partial<Record<Undo['what'], (turn: Turn, before: Consultation) => void>> = {
  service: takeBackService,
  said: takeBackSaying,
  closed: takeBackClosing,
  'closed-handled': takeBackClosing,
};

/** What was said in a consultation that has left the workplace stays said: its undo is offered no longer. */
export function dropStaleUndo(turn: Turn): void {
  const { undo: last, consultation } = turn.state;
  if (last?.what === 'said' && last.consultation?.id !== consultation?.id) update(turn, { undo: null });
}
