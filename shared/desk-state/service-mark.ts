import type { CallKind } from '../regulation/service-call.ts';
import { setCallKind } from './service.ts';
import type { Turn } from './turn.ts';
import { undoable } from './undo.ts';

/** «Служебный звонок» by the consultant's own word: it can be taken back for a while, also after it has left the workplace. */
export function markService(turn: Turn, consultationId: string, kind: CallKind): void {
  const { consultation } = turn.state;
  if (kind === 'consultation' || consultation === null) return setCallKind(turn, consultationId, kind);
  const who = consultation.card.contact || consultation.displayName || consultation.number;
  undoable(turn, { what: 'service', who, consultation }, [], () => setCallKind(turn, consultationId, kind));
}
