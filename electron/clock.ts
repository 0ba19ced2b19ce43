/** The service's time. Instants are epoch milliseconds. */
export type ServiceClock = {
  /**
   * The instant by this clock: anchored to the wall clock when the service started and moved by time that passed, sleep included. A wall
   * clock set forward or back does not move it until `settle()`, so no consultation is cut early or late by a time server.
   */
  now(): number;
  /** Counts sleep at once instead of at the next `now()`; to be called at resume. Returns how much was slept since the last look, in ms. */
  reconcile(): number;
  /**
   * Takes the wall clock over when it is off by more than 2 s, forward or back: it was wrong at the start and has been set right since. Only
   * for when nothing is being timed. Returns by how much this clock was moved, in ms; 0: it was right.
   */
  settle(): number;
  /** All sleep counted since the start, in ms: whoever keeps timers compares it to what it was. */
  sleptMs(): number;
};

/** Where time comes from: `Date.now`, `performance.now` and `os.uptime` × 1000 at work, hand-moved clocks in tests. All in ms. */
export type TimeSources = { wall(): number; monotonicMs(): number; uptimeMs(): number };

/**
 * How far uptime must have run ahead between two looks before it is taken for sleep. The two clocks are steered alike and read a moment apart, and some
 * systems tell uptime in whole seconds.
 */
const SLEEP_MS = 2_000;

/** A wall clock this near is right: it is steered to the second, and this one may not jump for less. */
const OFF_BY_MS = 2_000;

/**
 * A clock that counts sleep. On Linux and macOS `performance.now()` stands still while the computer sleeps, `os.uptime()` does not; where
 * both go on (Windows) nothing is added. Precision is that of `monotonicMs`; each sleep adds at most the resolution of `uptimeMs`.
 */
export function createServiceClock({ wall, monotonicMs, uptimeMs }: TimeSources): ServiceClock {
  let anchor = wall() - monotonicMs();
  let aheadMs = uptimeMs() - monotonicMs();
  let sleptMs = 0;

  const reconcile = (): number => {
    const ahead = uptimeMs() - monotonicMs();
    const jumpMs = ahead - aheadMs;
    // Taken over even when it is no sleep: two clocks that drift apart by seconds a day must not add up to one.
    aheadMs = ahead;
    if (jumpMs < SLEEP_MS) return 0;
    sleptMs += jumpMs;
    return jumpMs;
  };

  const now = (): number => {
    reconcile();
    return Math.round(anchor + monotonicMs() + sleptMs);
  };

  return {
    now,
    reconcile,
    settle() {
      const offByMs = wall() - now();
      if (Math.abs(offByMs) <= OFF_BY_MS) return 0;
      anchor += offByMs;
      return offByMs;
    },
    sleptMs: () => sleptMs,
  };
}
