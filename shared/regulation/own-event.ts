import type { Instant } from './time.ts';
import { HOUR_MS, MINUTE_MS } from './time.ts';

/** 4.2, policy: when an event somebody keeps as «Мне» goes back to the queue by itself. Milliseconds. */
export type OwnEventPolicy = {
  /** This long before its due-by. */
  readonly beforeDueMs: number;
  /** After its owner has been offline this long. */
  readonly offlineMs: number;
};

export const DEFAULT_OWN_EVENT_POLICY: OwnEventPolicy = { beforeDueMs: HOUR_MS, offlineMs: 15 * MINUTE_MS };

/** An event with an owner, and what is known of the owner. */
export type OwnEvent = {
  readonly takenAt: Instant;
  readonly dueBy: Instant | null;
  readonly owner: {
    /** Since when the owner's desk is away; null = it is there. */
    readonly offlineSince: Instant | null;
    /** When the owner's shift ended; null = it goes on. */
    readonly shiftEndedAt: Instant | null;
    /** The owner is calling this very user: nothing is taken out of a hand. */
    readonly onTheLine: boolean;
  };
};

export type ReturnReason = 'due-soon' | 'offline' | 'shift-ended';

/** When an own event goes back to the queue, and why; null = nothing sends it back yet. */
export type EventReturn = { readonly at: Instant; readonly reason: ReturnReason } | null;

/**
 * 4.2: an own event goes back to the queue an hour before due-by, after its owner was offline for 15 minutes, or at the end of the owner's
 * shift, whichever comes first; never while its owner talks to that user. One taken when its hour had already begun is kept: it was taken
 * to be dialled now.
 */
export function returnsToQueue(event: OwnEvent, policy: OwnEventPolicy = DEFAULT_OWN_EVENT_POLICY): EventReturn {
  const { takenAt, dueBy, owner } = event;
  if (owner.onTheLine) return null;
  const dueSoonAt = dueBy === null ? null : dueBy - policy.beforeDueMs;
  const reasons: EventReturn[] = [
    dueSoonAt === null || dueSoonAt <= takenAt ? null : { at: dueSoonAt, reason: 'due-soon' },
    owner.offlineSince === null
      ? null
      : { at: Math.max(owner.offlineSince, takenAt) + policy.offlineMs, reason: 'offline' },
    owner.shiftEndedAt === null ? null : { at: Math.max(owner.shiftEndedAt, takenAt), reason: 'shift-ended' },
  ];
  return reasons.reduce((first, next) => (first === null || (next !== null && next.at < first.at) ? next : first));
}
