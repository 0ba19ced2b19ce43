import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { LineSnapshot } from '../../shared/contract/line.ts';
import type { Instant } from '../../shared/regulation/time.ts';
import { compareByRule26 } from '../../shared/regulation/order.ts';
import { lineHours } from '../../shared/regulation/hours.ts';
import type { Presences } from './presences.ts';
import type { LineRules } from './rules.ts';

/** Changes that come together make one snapshot: far below the second in which the lead must see them. */
const GATHER_MS = 50;
/** The longest a timer may be set for; then the hours are looked at again. */
const LONGEST_WAIT_MS = 3_600_000;

/** «Монитор линии»: the snapshot of the line, published to everybody who watches after every change. */
export type Monitor = {
  snapshot(): Promise<LineSnapshot>;
  /** Something of the line changed: those who watch get a new snapshot. */
  changed(): void;
  /** Returns the function that stops watching. */
  watch(listener: (snapshot: LineSnapshot) => void): () => void;
  close(): void;
};

/** `openEvents` reads the open events in any order. Opening and closing of the line are changes too. */
export function createMonitor(needs: {
  mode: 'training' | 'work';
  now(): Instant;
  rules(): LineRules;
  presences: Presences;
  openEvents(): Promise<CallbackEvent[]>;
  onError(error: unknown): void;
}): Monitor {
  const { mode, now, rules, presences, openEvents, onError } = needs;
  const listeners = new Set<(snapshot: LineSnapshot) => void>();
  let version = 0;
  let gathering: NodeJS.Timeout | null = null;
  let hoursTimer: NodeJS.Timeout | null = null;
  let closed = false;

  const snapshot = async (): Promise<LineSnapshot> => {
    const events = (await openEvents()).sort(compareByRule26);
    const at = now();
    const { open, until } = lineHours(rules().calendar, at);
    version += 1;
    return { version, now: at, mode, open, until, consultants: presences.all(), events };
  };
  const publish = async (): Promise<void> => {
    const taken = await snapshot();
    if (closed) return;
    listeners.forEach((listener) => listener(taken));
    waitForHours(taken);
  };
  const changed = (): void => {
    if (closed || listeners.size === 0 || gathering !== null) return;
    gathering = setTimeout(() => {
      gathering = null;
      publish().catch(onError);
    }, GATHER_MS);
  };
  const waitForHours = ({ now: at, until }: LineSnapshot): void => {
    if (hoursTimer !== null) clearTimeout(hoursTimer);
    const wait = Math.min(Math.max((until ?? Infinity) - at, GATHER_MS), LONGEST_WAIT_MS);
    hoursTimer = setTimeout(changed, wait);
    hoursTimer.unref();
  };
  const stopPresences = presences.onChange(changed);

  return {
    snapshot,
    changed,
    watch(listener) {
      listeners.add(listener);
      changed();
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      stopPresences();
      if (gathering !== null) clearTimeout(gathering);
      if (hoursTimer !== null) clearTimeout(hoursTimer);
      listeners.clear();
    },
  };
}
