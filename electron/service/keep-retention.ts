import type { Instant } from '../../shared/regulation/time.ts';
import type { Retention } from '../desk/retention.ts';
import type { Line } from '../line/ports.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings/settings.ts';
import { keptSince } from './data-control.ts';

const DAY_MS = 24 * 3_600_000;

/** Removes what is older than the settings say: at the start, at a change of them, and once a day. Returns the function that ends it. */
export function keepRetention(needs: {
  line: Line;
  journal: Retention;
  settings: Settings;
  now(): Instant;
  log: Log;
}): () => void {
  const { line, journal, settings, now, log } = needs;
  const months = () => settings.view().workstation.data.retentionMonths;
  let applied: number | null = null;
  let working: Promise<void> = Promise.resolve();

  async function apply(): Promise<void> {
    applied = months();
    if (applied === null) return;
    const before = keptSince(now(), applied);
    const consultations = await journal.remove(before);
    const events = await line.retention.remove(before, consultations);
    if (events + consultations > 0) log('info', 'retention', { months: applied, events, consultations });
  }
  const look = (): void => {
    working = working.then(apply).catch((error: unknown) => log('error', 'retention-failed', { error: String(error) }));
  };

  look();
  const daily = setInterval(look, DAY_MS);
  daily.unref();
  const stop = settings.onChange(() => void (months() !== applied && look()));
  return () => {
    clearInterval(daily);
    stop();
  };
}
