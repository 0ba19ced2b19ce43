import { z } from 'zod';
import { durationMs, id, instant, longText, shortText } from './base.ts';
import { consultationClock } from './clock.ts';
import { callbackEvent } from './events.ts';
import { availability } from './desk.ts';

/** What a desk tells the line about its consultant, whenever it changes; the latest replaces the one before. */
export const presence = z.object({
  consultant: z.object({ id, name: shortText }),
  activity: z.enum(['idle', 'ringing', 'dialling', 'talking', 'wrap-up', 'offline']),
  availability,
  /** Since when in this activity. */
  since: instant,
  registered: z.boolean(),
  /** The shift is over since then; absent or null: it goes on. */
  shiftEndedAt: instant.nullable().optional(),
  consultation: z
    .object({
      id,
      inquiry: shortText,
      caller: shortText,
      organisation: shortText,
      clock: consultationClock.nullable(),
      held: z.boolean(),
      /** The callback event it was dialled for. */
      eventId: id.nullable(),
      /** 2.6: high criticality was confirmed. */
      critical: z.boolean().optional(),
      /** 5.1: the user complains; the leads learn it at once. */
      complaint: z.boolean().optional(),
    })
    .nullable(),
});
export type Presence = z.infer<typeof presence>;

/** «Монитор линии»: all that the lead's page shows, pushed after every change. */
export const lineSnapshot = z.object({
  version: z.number().int().nonnegative(),
  now: instant,
  mode: z.enum(['training', 'work']),
  open: z.boolean(),
  until: instant.nullable(),
  consultants: z.array(presence),
  events: z.array(callbackEvent),
  /** 4.2: do the agent-minutes left before closing suffice for what is due today? null: the year has no calendar. */
  forecast: z
    .object({
      openEvents: z.number().int().nonnegative(),
      consultants: z.number().int().nonnegative(),
      averageHandlingMs: durationMs,
      /** Negative by what is lacking. */
      marginMinutes: z.number().int(),
    })
    .nullable(),
  /** From 1 December: the next year, if its production calendar is missing (2.1). */
  missingYear: z.number().int().nullable(),
});
export type LineSnapshot = z.infer<typeof lineSnapshot>;

/** The lead's API, over WebSocket with the lead's token. */
export const lineApi = {
  methods: {
    snapshot: { args: z.object({}), result: lineSnapshot },
    /** Grants minutes to a running consultation; fails with `consultation-over` when it is not running any more. */
    grant: {
      args: z.object({
        consultationId: id,
        minutes: z.union([z.literal(3), z.literal(5)]),
        reason: longText.trim().min(1),
      }),
      result: z.object({ limitAt: instant }),
    },
  },
  events: { snapshot: lineSnapshot },
};
export type LineApi = typeof lineApi;
