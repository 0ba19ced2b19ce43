import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { LineSnapshot, Presence } from '../../shared/contract/line.ts';
import { missingNextYear, NoCalendarError, type WorkingCalendar } from '../../shared/regulation/calendar.ts';
import { forecast } from '../../shared/regulation/forecast.ts';
import { moscowDate, type Instant } from '../../shared/regulation/time.ts';
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
  averageHandlingMs(now: Instant): Promise<number>;
  onError(error: unknown): void;
}): Monitor {
  const { mode, now, rules, presences, openEvents, averageHandlingMs, onError } = needs;
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
    const consultants = presences.all();
    return {
      version,
      now: at,
      mode,
      open,
      until,
      consultants,
      events,
      forecast: forecastOf(rules().calendar, events, consultants, await averageHandlingMs(at), at),
      missingYear: missingNextYear(at),
    };
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

/** 4.2: what is due by today's closing, overdue included, against the consultants who are there. */
function forecastOf(
  calendar: WorkingCalendar,
  events: readonly CallbackEvent[],
  presences: readonly Presence[],
  averageHandlingMs: number,
  now: Instant,
): LineSnapshot['forecast'] {
  const today = moscowDate(now);
  const openEvents = events.filter(({ dueBy }) => dueBy === null || moscowDate(dueBy) <= today).length;
  const consultants = presences.filter(
    ({ activity, availability }) => activity !== 'offline' && (availability.kind === 'ready' || activity !== 'idle'),
  ).length;
  try {
    const { marginMinutes } = forecast(calendar, { openEvents, averageHandlingMs, consultants }, now);
    return { openEvents, consultants, averageHandlingMs, marginMinutes };
  } catch (error) {
    if (!(error instanceof NoCalendarError)) throw error;
    return null;
  }
}
