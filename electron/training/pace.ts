import { draw, type Span } from './simulated-user.ts';

/** How often simulated users call: the gap from the moment a console is free to the next call. */
export type Pace = Span;

/** The three paces of the settings. `off`: only when asked. */
export const trainingPaces: Record<'off' | 'calm' | 'busy', Pace | null> = {
  off: null,
  calm: { minMs: 60_000, maxMs: 180_000 },
  busy: { minMs: 5_000, maxMs: 30_000 },
};

/** Decides when the next user calls. */
export interface Pacer {
  /** Tells whether a console is free to be called; the countdown starts and stops with it. */
  update(free: boolean): void;
  set(pace: Pace | null): void;
  /** Epoch ms of the next call; null when none is planned. */
  nextAt(): number | null;
  close(): void;
}

/** @param call makes the call; after it a new countdown starts when a console is free again */
export function createPacer(options: { pace: Pace | null; now(): number; random(): number; call(): void }): Pacer {
  let pace = options.pace;
  let free = false;
  let timer: NodeJS.Timeout | undefined;
  let nextAt: number | null = null;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    nextAt = null;
  }

  function start(): void {
    if (!free || pace === null || timer !== undefined) return;
    const gap = draw(pace, options.random);
    nextAt = options.now() + gap;
    timer = setTimeout(() => {
      stop();
      options.call();
      start();
    }, gap);
  }

  return {
    update(isFree) {
      free = isFree;
      if (free) start();
      else stop();
    },
    set(newPace) {
      pace = newPace;
      stop();
      start();
    },
    nextAt: () => nextAt,
    close() {
      free = false;
      stop();
    },
  };
}
