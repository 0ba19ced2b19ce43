import { z } from 'zod';
import { id, instant, longText, shortText } from './base.ts';

export const criticality = z.enum(['none', 'requested', 'confirmed']);

/** Who is to be called back: the identification as far as it is known. */
export const eventUser = z.object({
  name: shortText,
  /** The number as it came; E.164 beside it when it is one (null: dialled as it came). */
  number: shortText,
  e164: shortText.nullable(),
  extension: shortText.nullable(),
  registrationNumber: shortText,
  organisation: shortText,
  configuration: shortText,
  city: shortText,
});
export type EventUser = z.infer<typeof eventUser>;

export const eventOutcome = z.enum([
  'handled',
  'no-answer',
  'postponed',
  'wrong-number',
  'cancelled-by-user',
  'refused-by-clause',
  'gave-up',
  /** The line found the same user's earlier open event and joined this booking to it; nobody chooses this outcome. */
  'joined',
]);
export type EventOutcome = z.infer<typeof eventOutcome>;

/** One try to reach the user; an unanswered one does not handle the event (4.2). */
export const eventAttempt = z.object({
  at: instant,
  by: shortText,
  result: z.enum(['answered', 'no-answer', 'answering-machine', 'busy', 'failed']),
});
export type EventAttempt = z.infer<typeof eventAttempt>;

/** A line of the event's own history: nothing about an event is changed without one. */
export const eventChange = z.object({
  at: instant,
  by: shortText,
  what: z.enum([
    'booked',
    'taken',
    'returned',
    'attempt',
    'moved',
    'due-recomputed',
    'criticality',
    'closed',
    'joined',
    'undone',
  ]),
  from: longText.nullable(),
  to: longText.nullable(),
  reason: longText.nullable(),
});

/** «Удобно с … до …» by the user's own clock, 'HH:mm'; calling outside warns, and due-by stays (4.2). */
export const convenient = z.object({ from: shortText, until: shortText });

/** A callback event (событие, 4.2). */
export const callbackEvent = z.object({
  id,
  user: eventUser,
  topic: shortText.nullable(),
  comment: longText,
  criticality,
  source: z.enum(['second-call', 'ringing', 'consultation', 'wrap-up', 'by-hand', 'booking-page']),
  bookedAt: instant,
  /** null where the calendar of the year is missing: «нет календаря на год», first in the list. */
  dueBy: instant.nullable(),
  /** Booked in the last half hour of its day: may wait for the next working day, today is preferred. */
  preferToday: z.boolean(),
  preferredAt: instant.nullable(),
  convenient: convenient.nullable().default(null),
  owner: z.object({ id, name: shortText }).nullable(),
  attempts: z.array(eventAttempt),
  nextAttemptAt: instant.nullable(),
  consultationId: id.nullable(),
  closed: z
    .object({ at: instant, by: shortText, outcome: eventOutcome, clause: shortText.nullable(), onTime: z.boolean() })
    .nullable(),
  history: z.array(eventChange),
});
export type CallbackEvent = z.infer<typeof callbackEvent>;

/** What the booking form of the console sends. */
export const eventDraft = z.object({
  user: eventUser.omit({ e164: true, extension: true }),
  topic: shortText.nullable(),
  comment: longText,
  /** A user's own mark is a request only (2.6). */
  criticality: z.enum(['none', 'requested']),
  preferredAt: instant.nullable(),
  convenient: convenient.nullable().default(null),
  /** «Мне / В очередь». */
  mine: z.boolean(),
});
export type EventDraft = z.infer<typeof eventDraft>;
