import type { CallbackEvent } from '../../../shared/contract/events.ts';

/**
 * The next event for this consultant: the first by 2.6 (the order in which the desk publishes them) that is free or already theirs, and
 * whose next attempt is due.
 */
export function nextEvent(events: readonly CallbackEvent[], consultantId: string, now: number): CallbackEvent | null {
  const found = events.find(
    ({ owner, nextAttemptAt }) =>
      (owner === null || owner.id === consultantId) && (nextAttemptAt === null || nextAttemptAt <= now),
  );
  return found ?? null;
}

/** Whom an event is for, as a button says it: the organisation, else the name, else nothing (the number stands beside). */
export const eventWho = ({ user }: CallbackEvent): string => user.organisation || user.name || user.number;
