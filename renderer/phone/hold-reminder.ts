const MINUTE_MS = 60_000;

/** Reminds the consultant softly, in their own ear only, of a caller who has been on hold for another minute. */
export interface HoldReminder {
  /** The call was held or taken back. */
  held(callId: string, isHeld: boolean): void;
}

/**
 * @param isHeld whether a call is there and held: the reminder ends with the hold
 * @param remind one soft sound in the headphones
 */
export function createHoldReminder(isHeld: (callId: string) => boolean, remind: () => void): HoldReminder {
  const timers = new Map<string, ReturnType<typeof setInterval>>();
  const stop = (callId: string): void => {
    clearInterval(timers.get(callId));
    timers.delete(callId);
  };
  return {
    held(callId, held) {
      stop(callId);
      if (!held) return;
      const eachMinute = setInterval(() => (isHeld(callId) ? remind() : stop(callId)), MINUTE_MS);
      timers.set(callId, eachMinute);
    },
  };
}
