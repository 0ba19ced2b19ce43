import { GOOD_SOUND, type SoundState, type SoundSummary } from '../../shared/contract/call-sound.ts';
import type { StatsSource } from './media-stats.ts';
import { soundCountersOf, stretchBetween, type SoundCounters } from './sound-counters.ts';
import { createSoundJudge, type MicrophoneSigns, type Wanted } from './sound-judge.ts';

/** getStats takes about a millisecond of the page's thread: every other second is often enough to speak of seconds. */
const STATS_EVERY_LOOKS = 4;
const LOOK_EVERY_MS = 500;

export type SoundWatchOptions = {
  now(): number;
  wanted(): Wanted;
  microphone(): MicrophoneSigns;
  stats(): Promise<StatsSource | null>;
  /** Told at each change of what must be said. */
  report(state: SoundState): void;
};

export interface SoundWatch {
  /** Looks no more, and says how the whole call sounded. */
  stop(): SoundSummary | null;
}

/** Watches the sound of a call that is up, until it is stopped. */
export function watchSound({ now, wanted, microphone, stats, report }: SoundWatchOptions): SoundWatch {
  const judge = createSoundJudge(now());
  let before: SoundCounters | null = null;
  let told = JSON.stringify(GOOD_SOUND);
  let looks = 0;
  let stopped = false;

  function tell(): void {
    const state = judge.state();
    const text = JSON.stringify(state);
    if (text === told || stopped) return;
    told = text;
    report(state);
  }

  async function listen(): Promise<void> {
    const read = await stats().catch(() => null);
    if (stopped) return;
    const counters = read && soundCountersOf(read);
    const silence = { quality: null, packets: 0, loudness: 0 };
    judge.heard(before && counters ? stretchBetween(before, counters) : silence, wanted(), now());
    before = counters;
    tell();
  }

  const timer = setInterval(() => {
    looks += 1;
    judge.looked(microphone(), wanted(), now());
    tell();
    if (looks % STATS_EVERY_LOOKS === 0) void listen();
  }, LOOK_EVERY_MS);

  return {
    stop() {
      stopped = true;
      clearInterval(timer);
      return judge.summary();
    },
  };
}
