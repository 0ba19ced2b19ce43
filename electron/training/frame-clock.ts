/** Beats every 20 ms for as long as somebody listens. */
export interface FrameClock {
  /** Calls `beat` with the number of frames gone since its last beat (1, more after a long stall). Returns the way to stop. */
  add(beat: (frames: number) => void): () => void;
}

const FRAME_MS = 20;
/** A stall up to here is made good packet by packet; after a longer one (the machine slept) the missed frames are skipped. */
const CATCH_UP_FRAMES = 10;

/**
 * One timer for every call of the process. Beats are counted from the first one, so that late timers never add up:
 * after an hour the sound is still where the wall clock says.
 * @param now a steady clock, in ms
 */
export function createFrameClock(now: () => number = () => performance.now()): FrameClock {
  const beats = new Set<(frames: number) => void>();
  let timer: NodeJS.Timeout | undefined;
  let nextAt = 0;

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, nextAt - now()));
  }

  function run(): void {
    const due = Math.floor((now() - nextAt) / FRAME_MS) + 1;
    nextAt += Math.max(0, due) * FRAME_MS;
    if (due > CATCH_UP_FRAMES) beats.forEach((beat) => beat(due));
    else for (let i = 0; i < due; i += 1) beats.forEach((beat) => beat(1));
    if (beats.size > 0) schedule();
    else timer = undefined;
  }

  return {
    add(beat) {
      beats.add(beat);
      if (timer === undefined) {
        nextAt = now() + FRAME_MS;
        schedule();
      }
      return () => {
        beats.delete(beat);
        if (beats.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
