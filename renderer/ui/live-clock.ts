/** What the clock runs on: the page's monotonic time (milliseconds) and its timers. */
export interface TimeSource {
  monotonic(): number;
  setTimer(run: () => void, inMs: number): number;
  clearTimer(timer: number): void;
}

/** The service's time as this page knows it, and the one beat per second that every running number on the screen shares. */
export interface LiveClock {
  /** Now by the service's clock, epoch milliseconds. */
  now(): number;
  /** Sets the offset: `serverNow` was the service's time at this very moment. */
  sync(serverNow: number): void;
  /** Puts the beat on the whole seconds before this instant, so that the digits of a countdown to it change when they should. */
  alignTo(instant: number): void;
  /** Listens to the beat; returns the function that stops listening. The timer runs only while somebody listens. */
  subscribe(listener: () => void): () => void;
}

const SECOND_MS = 1000;
/** Timers may fire a hair early: the beat stands just after the second. */
const AFTER_MS = 5;
/** More than any message needs on this machine or its network. */
const MOVED_MS = 250;

/** Makes a live clock; until the first `sync` it starts from `startsAt` (epoch milliseconds). */
export function createLiveClock(source: TimeSource, startsAt: number): LiveClock {
  const listeners = new Set<() => void>();
  let offsetMs = startsAt - source.monotonic();
  let synced = false;
  let phaseMs = 0;
  let timer: number | null = null;

  const now = (): number => source.monotonic() + offsetMs;
  const schedule = (): void => {
    const sinceBeat = (((now() - phaseMs) % SECOND_MS) + SECOND_MS) % SECOND_MS;
    timer = source.setTimer(beat, SECOND_MS - sinceBeat + AFTER_MS);
  };
  const beat = (): void => {
    schedule();
    [...listeners].forEach((listener) => listener());
  };
  const restart = (): void => {
    if (timer === null) return;
    source.clearTimer(timer);
    schedule();
  };

  return {
    now,
    sync(serverNow) {
      const offered = serverNow - source.monotonic();
      // A message's way only makes the service's time look older: the freshest look counts, unless a clock really moved.
      if (synced && offered < offsetMs && offsetMs - offered < MOVED_MS) return;
      synced = true;
      offsetMs = offered;
      restart();
      [...listeners].forEach((listener) => listener());
    },
    alignTo(instant) {
      phaseMs = ((instant % SECOND_MS) + SECOND_MS) % SECOND_MS;
      restart();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (timer === null) schedule();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        source.clearTimer(timer);
        timer = null;
      };
    },
  };
}

/** The page's own time source. */
export const pageTime: TimeSource = {
  monotonic: () => performance.now(),
  setTimer: (run, inMs) => window.setTimeout(run, inMs),
  clearTimer: (timer) => window.clearTimeout(timer),
};
