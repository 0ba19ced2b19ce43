import type { Channel } from '../../shared/contract/rpc.ts';

/** Waits between attempts: short first, since the service comes back within a second, then longer, with jitter. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/**
 * Keeps one channel open for as long as the page lives: opens it, opens it again when it ended or did not open.
 * @param options.open one attempt
 * @param options.onUp told of each channel that opened, before any of its messages is lost
 * @param options.onDown told once when the channel ended, and once when the very first attempt failed
 * @returns the function that stops trying and closes the channel
 */
export function keepConnected(options: {
  open: () => Promise<Channel>;
  onUp: (channel: Channel) => void;
  onDown: () => void;
}): () => void {
  let stopped = false;
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Channel | null = null;
  let toldDown = false;

  const down = () => {
    current = null;
    if (stopped) return;
    if (!toldDown) options.onDown();
    toldDown = true;
    timer = setTimeout(() => void attempt(), waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };

  const attempt = async () => {
    let channel: Channel;
    try {
      channel = await options.open();
    } catch {
      return down();
    }
    if (stopped) return channel.close();
    current = channel;
    toldDown = false;
    waitMs = FIRST_WAIT_MS;
    options.onUp(channel);
    channel.onClose(down);
  };

  void attempt();
  return () => {
    stopped = true;
    clearTimeout(timer);
    current?.close();
  };
}
