import type { Log } from '../log.ts';

const MINUTE_MS = 60_000;
/** Enough for a host or an origin; the rest is somebody's to fill the log with. */
const LONGEST_TEXT = 200;

/**
 * Logs refused requests without letting strangers fill the log: of each kind one line a minute, with a bounded text and how many there were
 * since the line before (`count`). `now` in ms.
 */
export function refusalLog(
  log: Log,
  now: () => number,
): (what: 'foreign-host' | 'foreign-origin', text: string) => void {
  const kinds = new Map<string, { loggedAt: number; unsaid: number }>();
  return (what, text) => {
    const { loggedAt, unsaid } = kinds.get(what) ?? { loggedAt: -Infinity, unsaid: 0 };
    const at = now();
    // A clock set back must not silence the log.
    if (at >= loggedAt && at - loggedAt < MINUTE_MS) {
      kinds.set(what, { loggedAt, unsaid: unsaid + 1 });
      return;
    }
    kinds.set(what, { loggedAt: at, unsaid: 0 });
    log('warn', what, { text: text.slice(0, LONGEST_TEXT), count: unsaid + 1 });
  };
}
