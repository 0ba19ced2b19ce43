import { EMPTY_CARD } from '../contract/journal.ts';
import { DEFAULT_POLICY } from '../regulation/consultation-clock.ts';
import { inquiryNumber } from '../regulation/inquiry-number.ts';
import type { ConsultationRecord } from './record.ts';

/** A minute of talk, and another half until the card was closed. */
const [TALK_MS, CLOSED_AFTER_MS] = [60_000, 90_000];

/**
 * A closed incoming consultation of a minute, as the journal keeps it; for tests and benches, which say only what matters to them.
 * @param n its running number; its ids follow from it
 * @param startedAt when it rang and was answered
 */
export function madeUpRecord(n: number, startedAt: number, over: Partial<ConsultationRecord> = {}): ConsultationRecord {
  return {
    id: `k${n}`,
    n,
    inquiry: inquiryNumber(n),
    kind: 'consultation',
    askedEventId: null,
    direction: 'incoming',
    number: '+79161234567',
    e164: '+79161234567',
    displayName: '',
    eventId: null,
    eventSettled: false,
    consultant: 'Петрова',
    callId: `c${n}`,
    startedAt,
    answeredAt: startedAt,
    callAnsweredAt: startedAt,
    talkingSince: null,
    talkMs: TALK_MS,
    heldMs: 0,
    clock: null,
    policy: DEFAULT_POLICY,
    endedAt: startedAt + TALK_MS,
    endReason: 'user',
    continuableUntil: null,
    closedAt: startedAt + CLOSED_AFTER_MS,
    card: EMPTY_CARD,
    bookedEventIds: [],
    said: [],
    continues: null,
    touchedAt: startedAt + CLOSED_AFTER_MS,
    ...over,
  };
}
