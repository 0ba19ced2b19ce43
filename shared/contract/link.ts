import { z } from 'zod';
import { dateKey, id, instant, longText, shortText, type Outcome } from './base.ts';
import { grant } from './clock.ts';
import { callbackEvent, eventAttempt, eventOutcome } from './events.ts';
import { journalRow } from './journal.ts';
import type { Presence } from './line.ts';
import type { RegistryAnswer } from './registry.ts';
import { noticeSettings } from './settings.ts';

/**
 * A fact a desk sends to the line through its outbox: kept in the desk's database until the line has it, applied once by its UUIDv7.
 * `at` is the instant it happened, not the one it was stored.
 */
export const lineFact = z.object({
  id,
  at: instant,
  consultant: z.object({ id, name: shortText }),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('event-booked'), event: callbackEvent }),
    z.object({ kind: z.literal('event-taken'), eventId: id }),
    z.object({ kind: z.literal('event-returned'), eventId: id }),
    z.object({ kind: z.literal('event-attempt'), eventId: id, attempt: eventAttempt }),
    z.object({ kind: z.literal('event-moved'), eventId: id, preferredAt: instant, reason: longText }),
    z.object({
      kind: z.literal('event-criticality'),
      eventId: id,
      reason: longText,
      confirmed: z.boolean().default(true),
    }),
    z.object({
      kind: z.literal('event-closed'),
      eventId: id,
      outcome: eventOutcome,
      clause: shortText.nullable(),
      /** The instant the handling call was answered: decides «в срок» (4.2). */
      answeredAt: instant.nullable(),
    }),
    /** «Отменить»: the event as it was before the consultant's last change of it, which has this instant. */
    z.object({ kind: z.literal('event-undone'), eventId: id, before: callbackEvent, undoneAt: instant }),
    z.object({ kind: z.literal('consultation-closed'), row: journalRow }),
    /** «Отменить»: its closing was a mistake, it will be closed anew. */
    z.object({ kind: z.literal('consultation-reopened'), consultationId: id }),
  ]),
});
export type LineFact = z.infer<typeof lineFact>;

/** What the line pushes to a desk. */
export const linePush = z.discriminatedUnion('kind', [
  /** Events that were booked or changed; the desk's mirror takes them over whole. */
  z.object({ kind: z.literal('events'), events: z.array(callbackEvent) }),
  /** Minutes granted by a lead. The desk's answer is its next presence: the clock with the grant in it. */
  z.object({ kind: z.literal('grant'), consultationId: id, grant }),
  z.object({
    kind: z.literal('rules'),
    notices: z.array(noticeSettings),
    shortenedDays: z.boolean(),
    latestRelease: shortText.nullable(),
    latestReleaseSince: dateKey.nullable().default(null),
    configurations: z.array(shortText),
  }),
]);
export type LinePush = z.infer<typeof linePush>;

/** A desk's side of the link to its line. Embedded it stays in the process; later it crosses the network. Facts are parsed on arrival. */
export interface LineLink {
  /** Hands over facts in order; the answer names those applied (now or before). Fails with `line-away`. */
  deliver(facts: readonly LineFact[]): Promise<Outcome<{ applied: string[] }>>;
  present(presence: Presence): void;
  /** Search by any part of number, organisation, INN, city, phone. Fails with `line-away`. */
  searchRegistry(text: string, limit: number): Promise<Outcome<RegistryAnswer>>;
  /** Entries with this phone number (E.164 or as typed). */
  registryByPhone(number: string): Promise<Outcome<RegistryAnswer>>;
  registryByNumber(registrationNumber: string): Promise<Outcome<RegistryAnswer>>;
  registryById(entryId: string): Promise<Outcome<RegistryAnswer>>;
  /** Pushes from the line, the whole state first (rules, then all open events and those closed today). Returns the function that ends it. */
  subscribe(consultantId: string, handler: (push: LinePush) => void): () => void;
}
