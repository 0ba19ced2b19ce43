import * as z from 'zod/mini';

/**
 * What a phone's page must have before it can register, in zod's small dialect (`zod/mini`): its schemas are made in a third of the time, and
 * making them was the largest part of a page's start. `base.ts` has the same in the full dialect for everything that comes later.
 * Whatever contract/phone.ts or contract/rpc.ts imports is written in the small one; `npm run deps` holds them to it.
 */

export const ID_LIMIT = 64;
export const SHORT_TEXT_LIMIT = 300;

/** As `durationMs` of base.ts. */
export const durationMs = z.number().check(z.nonnegative());
/** As `id` of base.ts. */
export const id = z.string().check(z.minLength(1), z.maxLength(ID_LIMIT));
/** As `shortText` of base.ts. */
export const shortText = z.string().check(z.maxLength(SHORT_TEXT_LIMIT));

/** An expected failure: `code` for the program, `details` for the sentence the screen makes of it. */
export const failure = z.object({
  code: z.string().check(z.minLength(1)),
  details: z._default(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    {},
  ),
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
