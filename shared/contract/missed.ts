import { z } from 'zod';
import { instant, shortText } from './base.ts';

/** Why nobody spoke to a caller. */
export const missedReason = z.enum(['hung-up', 'declined', 'not-ready', 'wrap-up', 'closed', 'busy', 'lost']);
export type MissedReason = z.infer<typeof missedReason>;

/** A caller nobody has spoken to since: all missed calls of one number in one row. */
export const missedRow = z.object({
  /** The number as it came with the latest call; empty: it was withheld. */
  number: shortText,
  displayName: shortText,
  /** Whom the journal last knew by this number; empty: nobody. */
  contact: shortText,
  organisation: shortText,
  registrationNumber: shortText,
  calls: z.number().int().positive(),
  firstAt: instant,
  lastAt: instant,
  /** Of the latest call. */
  reason: missedReason,
  /** The published number that was dialled; empty when unknown. */
  dialled: shortText,
});
export type MissedRow = z.infer<typeof missedRow>;
