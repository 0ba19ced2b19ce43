import { DateTime } from 'luxon';

/** Notices that open the line today and tomorrow from midnight to midnight, whatever day the tests run on. */
export function openAllDay(): { date: string; intervals: [string, string][] }[] {
  const today = DateTime.now().setZone('Europe/Moscow');
  return [today, today.plus({ days: 1 })].map((day) => ({
    date: day.toISODate() ?? '',
    intervals: [['00:00', '23:59']],
  }));
}
