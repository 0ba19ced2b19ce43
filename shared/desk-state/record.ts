import { z } from 'zod';
import { durationMs, id, instant, shortText } from '../contract/base.ts';
import { consultationClock } from '../contract/clock.ts';
import { callKind } from '../contract/between-calls.ts';
import { card, endReason } from '../contract/journal.ts';
import { said } from '../contract/say.ts';
import { callEndCause, callMedia } from '../contract/phone.ts';

/** The policy a consultation started under (4.1): a later change of the settings does not touch a running one. */
const policy = z.object({
  limitMs: durationMs,
  warningBeforeMs: durationMs,
  lastMinuteBeforeMs: durationMs,
  noticeBeforeMs: durationMs,
  noticeEnabled: z.boolean(),
  farewellMs: durationMs,
  atLimit: z.enum(['end', 'warn-only']),
  dialledStartsAfterMs: durationMs,
});

/** A consultation as the journal keeps it: all that a restart needs. */
export const consultationRecord = z.object({
  id,
  /** The running number behind the inquiry number. */
  n: z.number().int().nonnegative(),
  inquiry: shortText,
  /** A service call keeps the clock it had as a consultation, and is not limited by it. */
  kind: callKind.default('consultation'),
  direction: z.enum(['incoming', 'outgoing']),
  number: shortText,
  e164: shortText.nullable(),
  displayName: shortText,
  /** The event it was dialled for. */
  eventId: id.nullable(),
  /** The consultant said himself what became of that event: closing does not call it handled. */
  eventSettled: z.boolean(),
  consultant: shortText,
  /** Its latest call. */
  callId: id.nullable(),
  startedAt: instant,
  /** The answer of its first call. */
  answeredAt: instant.nullable(),
  /** The answer of its latest call: decides whether an event was handled in time (4.2). */
  callAnsweredAt: instant.nullable(),
  /** Since when the user is on the line in the present call; null: not now. */
  talkingSince: instant.nullable(),
  /** Real time talked in calls that are over. */
  talkMs: durationMs,
  /** Real time on hold, a hold that still lasts not counted. */
  heldMs: durationMs,
  clock: consultationClock.nullable(),
  policy,
  endedAt: instant.nullable(),
  endReason: endReason.nullable(),
  continuableUntil: instant.nullable(),
  closedAt: instant.nullable(),
  card,
  bookedEventIds: z.array(id),
  /** The open event of this caller that was asked about at wrap-up. */
  askedEventId: id.nullable().default(null),
  /** «Продолжение»: the earlier consultation it goes on with; each keeps its own clock and card. */
  continues: z.object({ id, inquiry: shortText }).nullable().default(null),
  /** What was said to the user under a clause, in its order. */
  said: z.array(said).default([]),
  /** The last instant anything was written about it: where an interrupted one is known to have been alive. */
  touchedAt: instant,
});
export type ConsultationRecord = z.infer<typeof consultationRecord>;

/** Whom a consultation was with, as a line of it says. */
export const whoOf = ({ card: { organisation, contact }, displayName, number }: ConsultationRecord): string =>
  organisation || contact || displayName || number;

/** A saying as the story tells it: its id, and what was written down with it. */
export const saidText = ({ id: saying, program, detail }: ConsultationRecord['said'][number]): string =>
  [saying, program, detail].filter(Boolean).join(' ');

/** 2.6: why high criticality was confirmed in a consultation, the last reason given; null: it was not. */
export const saidReason = (said: ConsultationRecord['said']): string | null =>
  said.filter(({ id: saying }) => saying === 'confirm-criticality').at(-1)?.detail ?? null;

/** A SIP dialog as the journal keeps it. A consultation has one or more. */
export const callRecord = z.object({
  id,
  consultationId: id.nullable(),
  direction: z.enum(['incoming', 'outgoing']),
  number: shortText,
  displayName: shortText,
  dialled: shortText,
  startedAt: instant,
  answeredAt: instant.nullable(),
  heldSince: instant.nullable(),
  endedAt: instant.nullable(),
  cause: z.nullable(callEndCause),
  sipCode: z.number().int().nullable(),
  media: z.nullable(callMedia),
});
export type CallRecord = z.infer<typeof callRecord>;

export type { MissedReason } from '../contract/missed.ts';
/** What became of missed calls: spoken to, an event, or «Не требуется». */
export type MissedSettled = 'spoken-to' | 'event' | 'not-needed';
