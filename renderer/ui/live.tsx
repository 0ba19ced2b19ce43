import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react';
import type { LiveClock } from './live-clock.ts';

const LiveClockContext = createContext<LiveClock | null>(null);

/** Gives all pieces below it the one clock of the page. */
export function LiveClockProvider({ clock, children }: { clock: LiveClock; children: ReactNode }) {
  return <LiveClockContext value={clock}>{children}</LiveClockContext>;
}

/** The page's clock. Throws outside of LiveClockProvider. */
export function useLiveClock(): LiveClock {
  const clock = use(LiveClockContext);
  if (clock === null) throw new Error('no LiveClockProvider above');
  return clock;
}

/**
 * A value that changes with time: `derive` gets the service's time and is asked each second; the component renders only when its answer
 * changes. The answer must be a primitive.
 */
export function useLive<Value extends string | number | boolean | null>(derive: (now: number) => Value): Value {
  const clock = useLiveClock();
  const subscribe = useCallback((listener: () => void) => clock.subscribe(listener), [clock]);
  return useSyncExternalStore(subscribe, () => derive(clock.now()));
}
