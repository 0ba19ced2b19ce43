import { z } from 'zod';
import { ID_LIMIT, SHORT_TEXT_LIMIT } from './wire.ts';

export { fail, failure, ok, SHORT_TEXT_LIMIT } from './wire.ts';
export type { Failure, Outcome } from './wire.ts';

/** An instant: epoch milliseconds, UTC, by the clock of the service that states it. */
export const instant = z.number().int().nonnegative();
/** A duration in milliseconds. */
export const durationMs = z.number().nonnegative();
/** A calendar day in Moscow, 'YYYY-MM-DD'. */
export const dateKey = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An identifier the desk or the line made: a UUID (version 7 for facts, so that they sort by time). */
export const id = z.string().min(1).max(ID_LIMIT);
/** One line of text typed by a person. */
export const shortText = z.string().max(SHORT_TEXT_LIMIT);
/** The most characters a free text may have. */
export const LONG_TEXT_LIMIT = 20_000;
/** Free text typed by a person. */
export const longText = z.string().max(LONG_TEXT_LIMIT);
