/** How many calls may ring in a burst, and how many each second after it: more than any queue sends to one phone. */
const BURST = 20;
const EACH_SECOND = 2;

export interface CallStorm {
  /** Whether one more call may ring now; false in a storm. */
  mayRing(): boolean;
}

/**
 * Keeps a storm of calls from the screen, the journal and the sound: those over the measure are refused with nothing opened for them.
 * @param now ms, monotonic
 * @param told of the beginning of a storm, and of its end with the number of calls refused
 */
export function createCallStorm(
  now: () => number,
  told: (storm: 'began' | 'over', refused: number) => void,
): CallStorm {
  let left = BURST;
  let at = now();
  let refused = 0;
  return {
    mayRing() {
      left = Math.min(BURST, left + ((now() - at) / 1_000) * EACH_SECOND);
      at = now();
      if (left < 1) {
        refused += 1;
        if (refused === 1) told('began', 1);
        return false;
      }
      if (refused > 0 && left >= BURST / 2) {
        told('over', refused);
        refused = 0;
      }
      left -= 1;
      return true;
    },
  };
}
