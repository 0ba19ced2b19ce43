import type { Instant } from '../../shared/regulation/time.ts';
import { WHO } from './names.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { Line } from './ports.ts';
import type { LineStore } from './store/store.ts';

/** So few at once that nothing waits for them. */
const AT_ONCE = 100;

/** Removes what was closed long ago, in turn with all other changes. */
export function lineRetention(needs: {
  store: LineStore;
  inTurn: OneAtATime;
  isClosed(): boolean;
  now(): Instant;
}): Line['retention'] {
  const { store, inTurn, isClosed, now } = needs;
  return {
    count: (before) => store.retention.closedBefore(before),
    async remove(before, consultations) {
      const removed = { events: 0, facts: 0 };
      while (!isClosed()) {
        const some = await inTurn(() =>
          store.transaction((within) => within.retention.removeClosedBefore(before, AT_ONCE)),
        );
        removed.events += some.events;
        removed.facts += some.facts;
        if (some.events < AT_ONCE && some.facts < AT_ONCE) break;
      }
      if (consultations + removed.events + removed.facts > 0) {
        const details = { before, consultations, ...removed };
        await store.audit.add({ at: now(), who: WHO.line, what: 'retention', subject: 'data', details });
      }
      return removed.events;
    },
  };
}
