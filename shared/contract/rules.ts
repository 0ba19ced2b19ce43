import { z } from 'zod';
import { CHANNELS } from '../regulation/entitlement.ts';
import { LETTER_KINDS } from '../regulation/letters.ts';
import { isDateKey } from '../regulation/time.ts';

/**
 * The questions `npm run rules` answers, one JSON object a line: the rules the console itself goes by, for an integrator, a PBX script or an
 * auditor. Unknown keys are left alone, so a question may carry a name of the asker's own.
 */

/** A day that exists: 'YYYY-MM-DD' in Moscow. */
const date = z.string().refine(isDateKey, 'a date YYYY-MM-DD that exists');
/** ISO 8601 with date and time; without an offset it is Moscow's time (2.1). */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T/, 'an instant in ISO 8601, such as 2026-11-05T09:00:00+03:00');
const count = z.number().int('a whole number').nonnegative('a number from 0');

/** 2.1, 7: what every question may carry: the line's notices (no intervals = closed) and the policy of shortened days. */
const hours = {
  notices: z.array(z.object({ date, intervals: z.array(z.tuple([z.string(), z.string()])).default([]) })).default([]),
  shortenedDays: z.boolean().default(true),
};

const licence = z.object({ kind: z.enum(['prof', 'standard']), first: date, last: date });

/** Every question by its name. */
export const ruleQuestion = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('day'), date, ...hours }),
  z.object({ ask: z.literal('open'), at: instant, ...hours }),
  z.object({ ask: z.literal('addWorkingMinutes'), at: instant, minutes: count, ...hours }),
  z.object({ ask: z.literal('addWorkingDays'), date, days: count, ...hours }),
  z.object({ ask: z.literal('workingTimeBetween'), from: instant, to: instant, ...hours }),
  z.object({ ask: z.literal('callbackDueBy'), bookedAt: instant, ...hours }),
  z.object({
    ask: z.literal('letterTerms'),
    arrivedAt: instant,
    licence: z.enum(['prof', 'standard']),
    kind: z.enum(LETTER_KINDS),
    ...hours,
  }),
  z.object({
    ask: z.literal('entitlement'),
    channel: z.enum(CHANNELS),
    on: date,
    licences: z
      .array(licence.refine(({ first, last }) => first <= last, 'a licence that ends before it begins'))
      .default([]),
    purchased: date.nullable().default(null),
    ...hours,
  }),
  z.object({ ask: z.literal('compareReleases'), a: z.string(), b: z.string(), ...hours }),
  z.object({ ask: z.literal('phone'), value: z.string(), ...hours }),
  z.object({ ask: z.literal('inn'), value: z.string(), ...hours }),
]);
export type RuleQuestion = z.infer<typeof ruleQuestion>;

/** Why a question has no answer. `year` with `no-calendar`: the year nobody has decreed yet. */
export type RuleError = { code: 'bad-question' | 'no-calendar' | 'failed'; year?: number; message: string };

/** One answer, in the shape of its question; instants in ISO 8601, Moscow time. */
export type RuleAnswer = { error: RuleError } | Record<string, string | number | boolean | null | readonly string[]>;
