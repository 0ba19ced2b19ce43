import { z } from 'zod';
import { instant } from './base.ts';

/** How one step of the sound check came out: heard by the program or said by the consultant, or why it could not be tried. */
export const soundResult = z.enum(['heard', 'not-heard', 'silent', 'denied', 'absent', 'busy']);
export type SoundResult = z.infer<typeof soundResult>;

/** The sound check of «Начать смену»: microphone heard, ear heard, ring heard. */
export const soundCheck = z.object({ microphone: soundResult, ear: soundResult, ring: soundResult });
export type SoundCheck = z.infer<typeof soundCheck>;

/** The consultant's shift. It keeps nobody from working: one may talk without having begun one. */
export const shift = z.object({
  /** null: never begun on this workstation. */
  startedAt: instant.nullable(),
  /** null: it goes on, or was never begun. */
  endedAt: instant.nullable(),
  /** The shift was begun without a check. */
  skippedCheck: z.boolean(),
  /** The last check there was, whatever shift it was for. */
  check: soundCheck.extend({ at: instant }).nullable(),
});
export type Shift = z.infer<typeof shift>;

export const NO_SHIFT: Shift = Object.freeze({ startedAt: null, endedAt: null, skippedCheck: false, check: null });

const nothing = z.object({});
const done = z.null();

/** What the desk's API (desk.ts) has of the shift. None of it is ever refused. */
export const shiftMethods = {
  /** «Начать смену», with the sound check or, null, without: the consultant is ready then. */
  startShift: { args: z.object({ check: soundCheck.nullable() }), result: done },
  /** «Закончить смену»: not ready from now on; own events go back to the queue by the line. */
  endShift: { args: nothing, result: done },
  /** «Вернуть всё в очередь»: every own open event. */
  returnOwnEvents: { args: nothing, result: done },
  /** How many records wait for the line. */
  unsentRecords: { args: nothing, result: z.object({ count: z.number().int().nonnegative() }) },
};
