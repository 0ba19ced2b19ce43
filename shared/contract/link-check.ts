import * as z from 'zod/mini';
import { shortText } from './wire.ts';

/** «Проверить связь», step by step, in the order in which one depends on the other. */
export const checkStep = z.enum([
  'signalling',
  'registration',
  'call',
  'microphone',
  'sound-out',
  'sound-back',
  'round-trip',
  'loss',
]);
export type CheckStep = z.infer<typeof checkStep>;

export const checkedStep = z.object({
  step: checkStep,
  /** warn: works, not well. skipped: an earlier step failed, or the check was stopped. */
  result: z.enum(['waiting', 'running', 'ok', 'warn', 'failed', 'skipped']),
  /** Why not ok: a code the screen has words for. */
  reason: z.nullable(shortText),
  /** Milliseconds of the round trip, percent of the loss, SIP status of the call. */
  value: z.nullable(z.number()),
});
export type CheckedStep = z.infer<typeof checkedStep>;

/** interrupted: somebody called. stopped: by the consultant. */
export const linkCheck = z.object({
  state: z.enum(['running', 'done', 'stopped', 'interrupted']),
  steps: z.array(checkedStep),
});
export type LinkCheck = z.infer<typeof linkCheck>;

/** Asterisk's and FreePBX's feature code for an echo, where the administrator has set no other number. */
export const ECHO_NUMBER = '*43';
