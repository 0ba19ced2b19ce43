import type { WantedMicrophone } from './kept-microphone.ts';
import type { OpenedMicrophone } from './microphone.ts';

/** Another program that holds the microphone does not say when it lets go. */
const TRY_AGAIN_MS = 3_000;

export type MicrophoneSeatOptions = {
  /** The microphone to use now. */
  wanted(): WantedMicrophone;
  open(wanted: WantedMicrophone): Promise<OpenedMicrophone>;
  /** Heard from now on, in the place of the one before. */
  take(track: MediaStreamTrack): void;
};

/** Which microphone a call hears: the one that was wanted last, as soon as it can be opened. */
export interface MicrophoneSeat {
  /**
   * @param lasting the call goes on whatever comes of it: tried again when another is chosen, one comes or goes, or its holder may have let go
   * @returns what came of this attempt
   */
  open(lasting: boolean): Promise<OpenedMicrophone>;
  /** Another microphone may have been chosen, or one came or went. */
  changed(): void;
  /** Why the latest attempt failed; null: it did not. */
  problem(): Exclude<OpenedMicrophone, { ok: true }>['problem'] | null;
  /** Takes nothing any more. */
  close(): void;
}

type Attempt = { standsFor: string; underWay: boolean };

export function createMicrophoneSeat({ wanted, open, take }: MicrophoneSeatOptions): MicrophoneSeat {
  /** The latest attempt: an earlier one that comes out later counts for nothing. */
  let latest: Attempt | null = null;
  let problem: ReturnType<MicrophoneSeat['problem']> = null;
  let taken: MediaStreamTrack | null = null;
  let lasts = false;
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function attempt(): Promise<OpenedMicrophone> {
    clearTimeout(again);
    const chosen = wanted();
    const mine: Attempt = (latest = { standsFor: chosen.standsFor, underWay: true });
    const opened = await open(chosen);
    mine.underWay = false;
    // The call is answered by it, whichever it hears in the end.
    if (opened.ok && !closed) lasts = true;
    if (closed || latest !== mine) {
      if (opened.ok) opened.track.stop();
      return opened;
    }
    problem = opened.ok ? null : opened.problem;
    if (opened.ok) seat(opened.track);
    else if (lasts && problem === 'busy') again = setTimeout(() => void attempt(), TRY_AGAIN_MS);
    return opened;
  }

  function seat(track: MediaStreamTrack): void {
    taken = track;
    take(track);
    // Unplugged: over to what is left.
    track.addEventListener('ended', () => {
      if (taken === track && !closed) void attempt();
    });
  }

  function isRight({ standsFor, underWay }: Attempt): boolean {
    if (standsFor !== wanted().standsFor) return false;
    return underWay || (problem === null && taken?.readyState !== 'ended');
  }

  return {
    open(lasting) {
      lasts = lasting;
      return attempt();
    },
    changed() {
      // What only rings does not open a microphone.
      if (closed || latest === null || !(lasts || latest.underWay)) return;
      if (!isRight(latest)) void attempt();
    },
    problem: () => problem,
    close() {
      closed = true;
      clearTimeout(again);
    },
  };
}
