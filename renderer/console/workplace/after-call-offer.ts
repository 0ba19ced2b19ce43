import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { elapsedMs, offerAfterCut } from '../../../shared/regulation/consultation-clock.ts';

/** The one next thing after a call. */
export type Offer = 'redial' | 'book' | 'close';

/** Consultation time used when the call ended; null when the clock never ran. */
export function talkedMs({ clock, endedAt }: Pick<ConsultationView, 'clock' | 'endedAt'>): number | null {
  return clock === null || endedAt === null ? null : elapsedMs(clock, endedAt);
}

/** Consultation time that a redial would go on with; null when there is nothing to go on with. */
export function leftMs(consultation: Pick<ConsultationView, 'clock' | 'endedAt'>): number | null {
  const talked = talkedMs(consultation);
  return talked === null || consultation.clock === null ? null : Math.max(0, consultation.clock.limitMs - talked);
}

/**
 * 4.1: after a technical cut the redial while it goes on and a minute is left, else an event; at the limit an event; after a crash of the
 * console the redial; a conversation ended by people is closed. A booked event is booked: then closing comes next.
 */
export function offerAfterCall(
  consultation: Pick<ConsultationView, 'clock' | 'endedAt' | 'endReason' | 'continuableUntil' | 'bookedEventIds'>,
  now: number,
): Offer {
  const { endedAt, endReason, continuableUntil, bookedEventIds } = consultation;
  const remainingMs = leftMs(consultation);
  const continuable = continuableUntil !== null && endedAt !== null && remainingMs !== null;
  if (continuable && offerAfterCut({ endedAt, remainingMs }, now) === 'redial') return 'redial';
  if (endReason === 'interrupted' && bookedEventIds.length === 0) return 'redial';
  const unfinished = endReason === 'limit' || endReason === 'lost';
  return unfinished && bookedEventIds.length === 0 ? 'book' : 'close';
}
