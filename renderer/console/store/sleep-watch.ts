import type { LiveClock } from '../../ui/live-clock.ts';

/** More than a clock's own correction: the computer slept, or somebody set its clock. */
const JUMP_MS = 1_000;

/**
 * The page's monotonic time stops while the computer sleeps (Linux, macOS), and with it the offset to the desk's clock is void. Watches
 * for the two clocks of the page moving apart, on the beat all running numbers share, and tells.
 */
export function watchForSleep(ports: {
  clock: Pick<LiveClock, 'subscribe'>;
  wall(): number;
  monotonic(): number;
  onSleep(): void;
}): () => void {
  let apart = ports.wall() - ports.monotonic();
  return ports.clock.subscribe(() => {
    const now = ports.wall() - ports.monotonic();
    if (Math.abs(now - apart) < JUMP_MS) return;
    apart = now;
    ports.onSleep();
  });
}
