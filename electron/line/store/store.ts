import type { CallbackEvent } from '../../../shared/contract/events.ts';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import type { LineFact } from '../../../shared/contract/link.ts';
import type { Instant } from '../../../shared/regulation/time.ts';

/** An event that does not fit the contract: kept out of the store, where it would break every later read. */
export class BadEventError extends Error {}

/** Callback events, whole: with their attempts and their history. */
export type EventRepository = {
  find(id: string): Promise<CallbackEvent | null>;
  open(): Promise<CallbackEvent[]>;
  /** Open events with this `phoneKey`. */
  openByPhone(phoneKey: string): Promise<CallbackEvent[]>;
  closedSince(at: Instant): Promise<CallbackEvent[]>;
  /** Inserts or replaces; throws BadEventError for one that could not be read back. Attempts and history only grow: what is on disk of them is never rewritten. */
  save(event: CallbackEvent): Promise<void>;
};

/** The desks' facts, each applied once. */
export type FactRepository = {
  known(id: string): Promise<boolean>;
  /** `result`: `applied`, or why it changed nothing. */
  add(fact: LineFact, receivedAt: Instant, result: string): Promise<void>;
  /** The consultations closed since then, as their desks told them. */
  consultationsSince(at: Instant): Promise<JournalRow[]>;
};

/** A booking of the users' page: which event it made or joined, and the hashes of what its user holds. */
export type Booking = {
  id: string;
  eventId: string;
  at: Instant;
  /** Of the form's own token: a form sent twice books once. */
  formHash: string;
  /** Of the secret link's token. */
  linkHash: string;
  phoneKey: string;
  /** A booking joined to an earlier event shows its status only: knowing a number is no right to cancel what another person booked. */
  mayCancel: boolean;
};

export type BookingRepository = {
  byForm(formHash: string): Promise<Booking | null>;
  byLink(linkHash: string): Promise<Booking | null>;
  countByPhone(phoneKey: string, since: Instant): Promise<number>;
  /** Keeps the booking with the consent it was made under. */
  add(booking: Booking, consent: { version: string; text: string }): Promise<void>;
};

/** Who did what when. */
export type AuditEntry = {
  at: Instant;
  who: string;
  what: string;
  /** The id of what it was done to. */
  subject: string;
  details: Record<string, string | number | boolean | null>;
};

export type AuditRepository = { add(entry: AuditEntry): Promise<void>; last(count: number): Promise<AuditEntry[]> };

/** Single values of the line: JSON by name. The reader parses. */
export type ValueRepository = { get(name: string): Promise<unknown>; set(name: string, value: unknown): Promise<void> };

/** What is kept no longer than it must. */
export type RetentionRepository = {
  /** How many events were closed before. */
  closedBefore(before: Instant): Promise<number>;
  /** Removes at most `limit` of them, and as many facts received before. */
  removeClosedBefore(before: Instant, limit: number): Promise<{ events: number; facts: number }>;
};

/** All that the line keeps. */
export type Repositories = {
  events: EventRepository;
  facts: FactRepository;
  bookings: BookingRepository;
  audit: AuditRepository;
  values: ValueRepository;
  retention: RetentionRepository;
};

/** The line's database behind an interface: SQLite for one process, PostgreSQL where several share it. */
export type LineStore = Repositories & {
  /** Whole or not at all; on disk when it resolves. `work` uses the repositories it is given, and no others. */
  transaction<T>(work: (within: Repositories) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};
