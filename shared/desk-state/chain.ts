import type { ConsultationRecord } from './record.ts';
import { changeRecord, refuse, story, type Turn } from './turn.ts';

/**
 * «Продолжение»: links a consultation to an earlier one, or takes the link away. Nothing else is shared: each keeps its clock and its card.
 * Only an earlier one can be continued, so no chain can close upon itself. Both stories say it.
 * @param record the consultation as the journal has it, where it is not at the workplace
 */
export function linkConsultation(
  turn: Turn,
  link: { consultationId: string; earlier: ConsultationRecord | null; record: ConsultationRecord | null },
): void {
  const { consultationId, earlier, record } = link;
  const { consultation } = turn.state;
  const later = consultation?.id === consultationId ? consultation : record;
  if (later === null) return refuse(turn, 'no-consultation');
  if (earlier !== null && earlier.n >= later.n) return refuse(turn, 'not-earlier');
  if (later.continues?.id === earlier?.id) return;
  const continues = earlier && { id: earlier.id, inquiry: earlier.inquiry };
  changeRecord(turn, later, { continues });
  if (earlier === null) return story(turn, later.id, 'unlinked');
  story(turn, later.id, 'continues', earlier.inquiry);
  story(turn, earlier.id, 'continued', later.inquiry);
}
