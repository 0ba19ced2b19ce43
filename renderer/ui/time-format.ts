import { addDays, moscowDate, MOSCOW } from '../../shared/regulation/time.ts';

const time = new Intl.DateTimeFormat('ru', { timeZone: MOSCOW, hour: '2-digit', minute: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('ru', { timeZone: MOSCOW, day: '2-digit', month: '2-digit' });

/** An instant as Moscow's time of day, «14:32». */
export const clockTime = (at: number): string => time.format(at);

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** An instant as the time of day of an IANA zone, «16:30». */
export function timeInZone(at: number, zone: string): string {
  const known = zoneFormats.get(zone);
  const format = known ?? new Intl.DateTimeFormat('ru', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  if (known === undefined) zoneFormats.set(zone, format);
  return format.format(at);
}

/** An instant as Moscow's hour of the day, 0–23. */
export const moscowHour = (at: number): number => Number(time.format(at).slice(0, 2));

/** An instant as Moscow's day and month, «24.11». */
export const shortDate = (at: number): string => dayMonth.format(at);

/** A calendar day 'YYYY-MM-DD' as people write it, «24.11.2026». */
export const dateOfKey = (key: string): string => key.split('-').reverse().join('.');

/** The day of an instant as seen from now: a word where there is one. */
export function relativeDay(at: number, now: number): 'today' | 'tomorrow' | 'yesterday' | 'other' {
  const day = moscowDate(at);
  const today = moscowDate(now);
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return day === addDays(today, -1) ? 'yesterday' : 'other';
}

/** A duration as a countdown or a count of seconds: «7:41», «1:02:09» from an hour on. Whole seconds, rounded down. */
export function runningTime(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
