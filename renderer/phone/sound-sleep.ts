/** What of an `AudioContext` falls asleep and wakes. */
export type Sleeper = Pick<AudioContext, 'state' | 'currentTime' | 'suspend' | 'resume'>;

export type SoundSleepOptions = {
  context: Sleeper;
  /** Whether anything is heard or may be at any moment. */
  busy(): boolean;
  /** Told whether the browser lets us be heard: before the first click in a tab it does not. */
  tell(allowed: boolean): void;
  /** It sleeps, and nothing may be heard. */
  asleep(): void;
};

export interface SoundSleep {
  wake(): void;
  /** Nothing may be heard any more: sleeps after a while, if nothing came. */
  rest(): void;
  stop(): void;
}

/** How long a sleeping context may take before we say that the browser keeps it silent. */
export const AWAKE_WITHIN_MS = 300;
/** Calls come in bursts; falling asleep between them would be all that the context did. */
export const REST_AFTER_MS = 2_000;
/** How often the sound's own time is looked at while anything may be heard. */
export const LOOK_EACH_MS = 250;
/** So many looks without time passing are a standstill; a device slow to start gets twice as many each time. */
const STILL_LOOKS = 2;

/**
 * Lets the sound sleep while nothing is heard. Chromium's context that is woken while it falls asleep may say `running` for ever and stand
 * still: the consultant would be dumb in a call. So nobody wakes it before it sleeps, and a context whose time does not pass is put to
 * sleep and woken again.
 */
export function createSoundSleep({ context, busy, tell, asleep }: SoundSleepOptions): SoundSleep {
  let falling: Promise<unknown> = Promise.resolve();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let lastTime = -1;
  let stillLooks = 0;
  let patience = STILL_LOOKS;
  let stopped = false;

  function sleep(): void {
    falling = context.suspend().catch(() => undefined);
  }

  async function resume(): Promise<void> {
    await falling;
    if (stopped) return;
    // Refused only when it was closed meanwhile.
    await context.resume().catch(() => undefined);
    if (!stopped) tell(true);
  }

  function look(): void {
    if (!busy()) return;
    const passes = context.state !== 'running' || context.currentTime !== lastTime;
    lastTime = context.currentTime;
    stillLooks = passes ? 0 : stillLooks + 1;
    if (passes) patience = STILL_LOOKS;
    if (stillLooks < patience) return;
    stillLooks = 0;
    patience *= 2;
    sleep();
    void resume();
  }

  return {
    wake() {
      clearTimeout(resting);
      looking ??= setInterval(look, LOOK_EACH_MS);
      void resume();
      setTimeout(() => {
        if (context.state !== 'running' && busy() && !stopped) tell(false);
      }, AWAKE_WITHIN_MS);
    },
    rest() {
      clearTimeout(resting);
      if (stopped || busy()) return;
      resting = setTimeout(() => {
        if (busy()) return;
        clearInterval(looking);
        looking = undefined;
        sleep();
        void falling.then(() => {
          if (!stopped && !busy()) asleep();
        });
      }, REST_AFTER_MS);
    },
    stop() {
      stopped = true;
      clearTimeout(resting);
      clearInterval(looking);
    },
  };
}
