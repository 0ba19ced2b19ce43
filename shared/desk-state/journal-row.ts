import type { JournalRow } from '../contract/journal.ts';
import type { ConsultationRecord } from './record.ts';

/** A consultation as the journal lists it. */
export function journalRowOf(record: ConsultationRecord): JournalRow {
  const { card } = record;
  return {
    id: record.id,
    inquiry: record.inquiry,
    kind: record.kind,
    direction: record.direction,
    number: record.number,
    displayName: record.displayName,
    contact: card.contact,
    organisation: card.organisation,
    registrationNumber: card.registrationNumber,
    startedAt: record.startedAt,
    answeredAt: record.answeredAt,
    endedAt: record.endedAt,
    talkMs: record.talkMs,
    heldMs: record.heldMs,
    endReason: record.endReason,
    topic: card.topic,
    outcome: card.outcome,
    closing: card.closing,
    closedAt: record.closedAt,
    comment: card.comment,
    consultant: record.consultant,
  };
}
