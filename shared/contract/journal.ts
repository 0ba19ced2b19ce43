import { z } from 'zod';
import { consultationClock } from './clock.ts';
import { dateKey, durationMs, id, instant, LONG_TEXT_LIMIT, longText, SHORT_TEXT_LIMIT, shortText } from './base.ts';
import { callKind } from './between-calls.ts';
import { callMedia } from './phone.ts';

/** The four ways a conversation may be closed (2.3–2.5), chosen or following from the card. */
export const closing = z.enum(['identified', 'could-not-name', 'refused-to-name', 'not-held']);

/** The card of a consultation: all that the consultant enters, saved as typed. */
export const card = z.object({
  registrationNumber: shortText,
  organisation: shortText,
  configuration: shortText,
  release: shortText,
  inn: shortText,
  contact: shortText,
  phone: shortText,
  city: shortText,
  comment: longText,
  topic: shortText.nullable(),
  outcome: shortText.nullable(),
  /** The item of 3.2 / 1.4 when the outcome is «Вне компетенции». */
  outOfScope: shortText.nullable(),
  /** null: it follows from the three facts. */
  closing: closing.nullable(),
  notHeldReason: shortText.nullable(),
  /** The registry entry the caller confirmed; its facts count as stated (2.3). */
  confirmedEntryId: id.nullable(),
});
export type Card = z.infer<typeof card>;
export const cardPatch = card.partial();
export type CardPatch = z.infer<typeof cardPatch>;

/** The fields of the card that are typed. */
export const cardText = z.enum([
  'registrationNumber',
  'organisation',
  'configuration',
  'release',
  'inn',
  'contact',
  'phone',
  'city',
  'comment',
]);
export type CardText = z.infer<typeof cardText>;
/** The most characters a typed field may have to be saved. */
export const cardTextLimit = (field: CardText): number => (field === 'comment' ? LONG_TEXT_LIMIT : SHORT_TEXT_LIMIT);

export const EMPTY_CARD: Card = Object.freeze({
  registrationNumber: '',
  organisation: '',
  configuration: '',
  release: '',
  inn: '',
  contact: '',
  phone: '',
  city: '',
  comment: '',
  topic: null,
  outcome: null,
  outOfScope: null,
  closing: null,
  notHeldReason: null,
  confirmedEntryId: null,
});

/** How a consultation ended. `interrupted`: the console itself was killed in the call. */
export const endReason = z.enum([
  'user',
  'consultant',
  'limit',
  'lost',
  'interrupted',
  'no-answer',
  'busy',
  'failed',
  /** Handed over to a colleague: the story says to whom. */
  'transferred',
]);
export type EndReason = z.infer<typeof endReason>;

/** A line of a consultation's time line. */
export const storyLine = z.object({
  at: instant,
  what: z.enum([
    'ringing',
    'dialled',
    'answered',
    'user-on-line',
    'held',
    'resumed',
    'notice',
    'farewell',
    'grant',
    'event-booked',
    'second-call',
    'connection-lost',
    'connection-back',
    'ended',
    'interrupted',
    'closed',
    'redialled',
    'dtmf',
    'consulted',
    'joined',
    'transferred',
    'transfer-failed',
    'transfer-returned',
    'sound-bad',
    'sound-good',
    'nothing-heard',
    'nothing-sent',
    'muted',
    'unmuted',
    'warning',
    'last-minute',
    'candidate',
    'verdict',
    'topic',
    'outcome',
    'closing',
    'continues',
    'continued',
    'unlinked',
    'to-unclosed',
    'reopened',
    'said',
    'answering-machine',
    'service',
    'not-service',
    'unsaid',
    'close-undone',
  ]),
  text: longText,
});
export type StoryLine = z.infer<typeof storyLine>;

/** A consultation as the journal lists it. */
export const journalRow = z.object({
  id,
  inquiry: shortText,
  kind: callKind.default('consultation'),
  direction: z.enum(['incoming', 'outgoing']),
  number: shortText,
  displayName: shortText,
  contact: shortText,
  organisation: shortText,
  registrationNumber: shortText,
  startedAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  talkMs: durationMs,
  heldMs: durationMs,
  endReason: endReason.nullable(),
  topic: shortText.nullable(),
  outcome: shortText.nullable(),
  closing: closing.nullable(),
  closedAt: instant.nullable(),
  comment: longText,
  consultant: shortText,
});
export type JournalRow = z.infer<typeof journalRow>;

/** What is asked of the journal: days are Moscow's, both included; null: any. */
export const journalQuestion = z.object({
  /** Number, inquiry number, organisation, phone, words of the comment: every word must be there. */
  text: shortText,
  from: dateKey.nullable(),
  to: dateKey.nullable(),
  /** An id of the regulation's OUTCOMES. */
  outcome: shortText.nullable(),
  endReason: endReason.nullable(),
  /** Service calls are kept apart; null: both. */
  kind: callKind.nullable().default(null),
  limit: z.number().int().min(1).max(1_000),
  /** Where the page before ended; null: the first page. */
  after: z.number().int().nullable(),
});
export type JournalQuestion = z.infer<typeof journalQuestion>;

/** A page of the journal, the latest first. */
export const journalPage = z.object({
  rows: z.array(journalRow),
  /** Where the next page begins; null: this was the last. */
  next: z.number().int().nullable(),
  /** The text looks like an inquiry number, but its check character does not fit: misheard or mistyped. */
  wrongCheck: z.boolean(),
});
export type JournalPage = z.infer<typeof journalPage>;

/** The figures of a day or a period. */
export const journalFigures = z.object({
  consultations: z.number().int().nonnegative(),
  averageMs: durationMs.nullable(),
  cutAtLimit: z.number().int().nonnegative(),
  serviceCalls: z.number().int().nonnegative(),
});
export type JournalFigures = z.infer<typeof journalFigures>;

/** The whole story of one consultation. */
export const journalStory = z.object({
  row: journalRow,
  card,
  clock: consultationClock.nullable(),
  events: z.array(z.object({ id, dueBy: instant.nullable(), bookedAt: instant })),
  lines: z.array(storyLine),
  /** Media of its calls that had any, in their order. */
  media: z.array(callMedia).default([]),
  /** «Продолжение»: every consultation linked with this one, this one included, the earliest first; empty: it stands alone. */
  chain: z.array(journalRow),
  /** The earlier one it continues. */
  continues: id.nullable(),
});
export type JournalStory = z.infer<typeof journalStory>;
