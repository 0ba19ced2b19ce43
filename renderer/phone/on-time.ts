/** What a beat is asked: to say this number again after so many ms. */
export type Wait = { id: number; ms: number };

export type Beat = Pick<Worker, 'postMessage' | 'addEventListener'>;

let beat: Beat | null = null;
let last = 0;
const waiting = new Map<number, () => void>();

/**
 * From now on what waits by `onTime` is on time in a hidden tab too: Chromium runs a hidden page's timers once a second, and chained ones once a
 * minute after a while; a worker's it does not hold back.
 */
export function keepTimeBy(worker: Beat): void {
  beat = worker;
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => waiting.get(data)?.());
}

/** As `setTimeout`. @returns what calls it off */
export function onTime(run: () => void, ms: number): () => void {
  const id = (last += 1);
  const callOff = () => {
    clearTimeout(timer);
    waiting.delete(id);
  };
  const due = () => {
    callOff();
    run();
  };
  // The page's own timer stays: whichever is first counts.
  const timer = setTimeout(due, ms);
  waiting.set(id, due);
  beat?.postMessage({ id, ms } satisfies Wait);
  return callOff;
}
