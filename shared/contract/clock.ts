import { z } from 'zod';
import { durationMs, id, instant, shortText } from './base.ts';

/** Minutes a shift lead granted to one consultation, with a reason (4.1). */
export const grant = z.object({
  id,
  minutes: z.number().int().min(1).max(60),
  reason: shortText.min(1),
  by: shortText,
  at: instant,
});
export type Grant = z.infer<typeof grant>;

/**
 * The consultation clock as published: deadlines, not ticks (4.1). All instants by the desk's clock. A screen derives the running time:
 * consultation time left = (limitAt − now) × scale.
 */
export const consultationClock = z.object({
  startedAt: instant,
  /** Consultation time used up before `startedAt`: a call restored or redialled after a technical cut. */
  elapsedBeforeMs: durationMs,
  /** The limit in force, granted minutes included, in consultation time. */
  limitMs: durationMs,
  warningAt: instant,
  lastMinuteAt: instant,
  /** When the caller hears the notice; null when it is off. */
  noticeAt: instant.nullable(),
  farewellAt: instant,
  limitAt: instant,
  atLimit: z.enum(['end', 'warn-only']),
  /** The training line's fast clock: consultation time runs this many times faster; 1 at work. */
  scale: z.number().positive(),
  grants: z.array(grant),
});
export type ConsultationClock = z.infer<typeof consultationClock>;
