import type { CallbackEvent } from '../../shared/contract/events.ts';
import { appendLine, historyLine } from '../../shared/events/event-changes.ts';
import { returnsToQueue, type OwnEvent } from '../../shared/regulation/own-event.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { RETURNED, WHO } from './names.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { Presences } from './presences.ts';
import type { LineStore } from './store/store.ts';

const LOOK_EVERY_MS = 30_000;

/** 4.2: gives own events back to the queue when the rule says so. */
export type OwnEvents = {
  /** Looks at all own events now. */
  look(): Promise<void>;
  close(): void;
};

/** Looks every half minute, as long as it is not closed. `startedAt`: when the line began; whoever has not come since is offline since then. */
export function createOwnEvents(needs: {
  store: LineStore;
  inTurn: OneAtATime;
  presences: Presences;
  startedAt: Instant;
  now(): Instant;
  publish(events: readonly CallbackEvent[]): void;
  onError(error: unknown): void;
}): OwnEvents {
  const { store, inTurn, presences, startedAt, now, publish, onError } = needs;

  const look = (): Promise<void> =>
    inTurn(async () => {
      const at = now();
      const returned = (await store.events.open()).flatMap((event) => {
        if (event.owner === null) return [];
        const due = returnsToQueue(ownEvent(event, event.owner.id));
        return due !== null && due.at <= at ? [givenBack(event, event.owner.name, at, RETURNED[due.reason])] : [];
      });
      if (returned.length === 0) return;
      await store.transaction(async (within) => {
        for (const event of returned) await within.events.save(event);
      });
      publish(returned);
    });

  function ownEvent({ id, bookedAt, dueBy, history }: CallbackEvent, ownerId: string): OwnEvent {
    const presence = presences.of(ownerId);
    const takenAt = history.filter(({ what }) => what === 'taken').at(-1)?.at ?? bookedAt;
    return {
      takenAt,
      dueBy,
      owner: {
        offlineSince: presence === null ? startedAt : presence.activity === 'offline' ? presence.since : null,
        shiftEndedAt: presence?.shiftEndedAt ?? null,
        onTheLine: presence?.consultation?.eventId === id,
      },
    };
  }

  const timer = setInterval(() => void look().catch(onError), LOOK_EVERY_MS);
  timer.unref();
  // The end of a shift is not waited for.
  const stopListening = presences.onChange(({ shiftEndedAt }) => {
    if (shiftEndedAt !== null && shiftEndedAt !== undefined) look().catch(onError);
  });
  return {
    look,
    close() {
      clearInterval(timer);
      stopListening();
    },
  };
}

function givenBack(event: CallbackEvent, from: string, at: Instant, reason: string): CallbackEvent {
  return appendLine({ ...event, owner: null }, historyLine({ at, by: WHO.line, what: 'returned', from, reason }));
}
