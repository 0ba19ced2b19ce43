import { onTime } from './on-time.ts';

/** Between two looks; while something is wrong the looks are closer. */
const LOOK_EVERY_MS = 1_000;
const LOOK_CLOSELY_EVERY_MS = 250;
/**
 * Chromium asks the far end by STUN every 2.5 s (RFC 7675), and it answers though nobody speaks: a mute caller, comfort noise or a hold without
 * music are not silent in this sense. Nothing at all for this long is no pause.
 */
const SILENT_AFTER_MS = 3_500;
/** Without a sign for this long it is looked closely: the silence shall be told when it is one, not a second later. */
const DOUBTFUL_AFTER_MS = 1_500;
/** A look that comes this late did not look: the machine slept, or the page was stopped. */
const ASLEEP_MS = 2_000;

export type LifeWatchOptions = {
  /** Counts whatever has come from the far end: sound, and answers to our checks. null: not known. A smaller number than before is a new count. */
  signs(): Promise<number | null>;
  /** Something else is wrong: look closely. */
  isUrgent(): boolean;
  /** Told when nothing has come for 3.5 s, and at each look after that. */
  silent(forMs: number): void;
  /** Something comes again. */
  heard(): void;
  /** ms, monotonic */
  now(): number;
};

export interface LifeWatch {
  /** ms since the far end's last sign, as far as this page was awake to notice. */
  quietForMs(): number;
  stop(): void;
}

/** Watches whether the far end of a call still gives a sign of life. It says nothing of who is to blame. */
export function watchLife({ signs, isUrgent, silent, heard, now }: LifeWatchOptions): LifeWatch {
  let count: number | null = null;
  let lastSignAt = now();
  let lookedAt = now();
  let isSilent = false;
  let stopped = false;
  let callOff = () => {};

  async function look(): Promise<void> {
    const counted = await signs();
    if (stopped) return;
    const at = now();
    if (at - lookedAt > LOOK_EVERY_MS + ASLEEP_MS) lastSignAt = at;
    lookedAt = at;
    if (counted !== null) {
      if (count === null || counted > count) lastSignAt = at;
      count = counted;
    }
    const quietMs = at - lastSignAt;
    if (quietMs >= SILENT_AFTER_MS) {
      isSilent = true;
      silent(quietMs);
    } else if (isSilent) {
      isSilent = false;
      heard();
    }
    if (stopped) return;
    const closely = quietMs >= DOUBTFUL_AFTER_MS || isUrgent();
    callOff = onTime(() => void look(), closely ? LOOK_CLOSELY_EVERY_MS : LOOK_EVERY_MS);
  }
  void look();

  return {
    quietForMs: () => Math.max(0, now() - lastSignAt),
    stop() {
      stopped = true;
      callOff();
    },
  };
}
