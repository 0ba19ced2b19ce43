/**
 * The phone's monotonic time, ms. `performance.now()` stands still while a Linux or macOS machine sleeps, but the far end does not:
 * around a sleep the wall clock tells how long it was.
 */
export interface PhoneClock {
  now(): number;
  /** The machine goes to sleep. */
  suspend(): void;
  /** The machine woke up: what `performance.now()` missed is added. */
  resume(): void;
}

/**
 * @param monotonic ms, may stop in sleep
 * @param wall epoch ms
 */
export function createClock(
  monotonic: () => number = () => performance.now(),
  wall: () => number = () => Date.now(),
): PhoneClock {
  let missedMs = 0;
  let asleep: { monotonic: number; wall: number } | null = null;
  return {
    now: () => monotonic() + missedMs,
    suspend: () => void (asleep = { monotonic: monotonic(), wall: wall() }),
    resume() {
      if (asleep === null) return;
      missedMs += Math.max(0, wall() - asleep.wall - (monotonic() - asleep.monotonic));
      asleep = null;
    },
  };
}
