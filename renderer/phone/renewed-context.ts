import { createSoundSleep, type Sleeper, type SoundSleepOptions } from './sound-sleep.ts';

/** What a call leaves in its context is three nodes; making a context takes some 15 ms of the page's thread, at rest. */
export const CALLS_OF_A_CONTEXT = 2;

export type RenewedContextOptions<T> = Pick<SoundSleepOptions, 'busy' | 'tell'> & {
  /** Makes a context and what belongs to it. */
  open(): T;
};

export interface RenewedContext<T> {
  /** What sounds now; whoever keeps it must be busy for as long. */
  inForce(): T;
  wake(): void;
  /** Nothing may be heard any more: sleeps after a while, if nothing came. */
  rest(): void;
  /** A call is made of it. */
  served(): void;
  stop(): void;
}

/**
 * A context that sleeps while nothing is heard, and is another one after some calls: Chromium keeps what a microphone went through into each
 * call until the context is closed, and a shift has many. It is made anew only in its sleep, where nobody has anything of it.
 */
export function createRenewedContext<T extends { context: Sleeper & Pick<AudioContext, 'close'> }>({
  open,
  busy,
  tell,
}: RenewedContextOptions<T>): RenewedContext<T> {
  let calls = 0;
  let made = make();

  function make() {
    const opened = open();
    return { opened, sleep: createSoundSleep({ context: opened.context, busy, tell, asleep }) };
  }

  function asleep(): void {
    if (calls < CALLS_OF_A_CONTEXT) return;
    calls = 0;
    close();
    made = make();
    // Made awake: it falls asleep as the first one did.
    made.sleep.rest();
  }

  function close(): void {
    made.sleep.stop();
    void made.opened.context.close();
  }

  return {
    inForce: () => made.opened,
    wake: () => made.sleep.wake(),
    rest: () => made.sleep.rest(),
    served: () => void (calls += 1),
    stop: close,
  };
}
