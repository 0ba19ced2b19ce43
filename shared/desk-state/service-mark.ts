import type { CallKind } from '../regulation/service-call.ts';
import { whoOf } from './record.ts';
import { setCallKind } from './service.ts';
import type { Turn } from './turn.ts';
import { undoable } from './undo.ts';

/** «Служебный звонок» by the consultant's own word: it can be taken back for a while, also after it has left the workplace. */
export function markService(turn: Turn, consultationId: string, kind: CallKind): void {
  const { consultation } = turn.state;
  if (kind === 'consultation' || consultation === null) return setCallKind(turn, consultationId, kind);
  undoable(turn, { what: 'service', who: whoOf(consultation), consultation }, [], () =>
    setCallKind(turn, consultationId, kind),
  );
}
