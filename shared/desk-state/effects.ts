import type { AfterCall } from '../contract/between-calls.ts';
import type { Availability } from '../contract/desk.ts';
import type { CallbackEvent } from '../contract/events.ts';
import type { StoryLine } from '../contract/journal.ts';
import type { LineFact } from '../contract/link.ts';
import type { PhoneOrder } from '../contract/phone.ts';
import type { Shift } from '../contract/shift.ts';
import type { Phone } from '../regulation/phone-number.ts';
import type { Instant } from '../regulation/time.ts';
import type { CallRecord, ConsultationRecord, MissedReason, MissedSettled } from './record.ts';

/** What the desk does because of a step. Data only: whoever carries it out adds the means. */
export type Effect =
  | { kind: 'order'; order: Exclude<PhoneOrder, { kind: 'deadlines' }> }
  /** Hand the call's deadlines to the phone, which wants to know how far off they are when they arrive. */
  | {
      kind: 'deadlines';
      callId: string;
      /** Stages of a consultation; a service call has none. */
      warningAt?: Instant;
      lastMinuteAt?: Instant;
      noticeAt: Instant | null;
      farewellAt: Instant | null;
      limitAt: Instant | null;
    }
  /** All writes of one step go to disk in one transaction. */
  | { kind: 'write'; write: JournalWrite }
  /** Answered by `caller-known`. */
  | { kind: 'look-up-caller'; callId: string; number: Phone }
  /** Answered by `entry-known`. */
  | { kind: 'look-up-entry'; consultationId: string; registrationNumber: string };

export type JournalWrite =
  | { kind: 'consultation'; record: ConsultationRecord }
  | { kind: 'call'; record: CallRecord }
  | { kind: 'story'; consultationId: string; line: StoryLine }
  | { kind: 'event'; event: CallbackEvent }
  | { kind: 'forget-event'; id: string }
  /** A fact for the line; its identifier is made when it enters the outbox. */
  | { kind: 'fact'; at: Instant; body: LineFact['body'] }
  | { kind: 'missed'; missed: MissedCall }
  /** Somebody has taken care of what a number missed up to then; `by` null: «Не требуется» is taken back. */
  | { kind: 'missed-settled'; number: string; at: Instant; by: MissedSettled | null }
  | { kind: 'remembered'; what: Partial<Remembered> };

/** Small things of the consultant's that survive a restart. */
export type Remembered = { availability: Availability; afterCall: AfterCall | null; shift: Shift };

export type MissedCall = {
  callId: string;
  at: Instant;
  number: string;
  e164: string | null;
  displayName: string;
  dialled: string;
  reason: MissedReason;
};
