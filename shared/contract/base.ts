import { z } from 'zod';

/** An instant: epoch milliseconds, UTC, by the clock of the service that states it. */
export const instant = z.number().int().nonnegative();
/** A duration in milliseconds. */
export const durationMs = z.number().nonnegative();
/** A calendar day in Moscow, 'YYYY-MM-DD'. */
export const dateKey = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An identifier the desk or the line made: a UUID (version 7 for facts, so that they sort by time). */
export const id = z.string().min(1).max(64);
/** One line of text typed by a person. */
export const shortText = z.string().max(300);
/** The most characters a free text may have. */
export const LONG_TEXT_LIMIT = 20_000;
/** Free text typed by a person. */
export const longText = z.string().max(LONG_TEXT_LIMIT);

/** An expected failure: `code` for the program, `details` for the sentence the screen makes of it. */
export const failure = z.object({
  code: z.string().min(1),
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
    .default({}),
});
export type Failure = z.infer<typeof failure>;

/** What a call across a process gives back: never an exception. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** A good outcome. */
export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
/** A failed outcome with a code and what the sentence on the screen needs. */
export const fail = (code: string, details: Failure['details'] = {}): Outcome<never> => ({
  ok: false,
  error: { code, details },
});
