import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../shared/regulation/list-item.ts';
import { clockTime, relativeDay, shortDate } from './time-format.ts';

/** `t` of the shared pieces' own namespace. */
export type UiTexts = TFunction<'ui'>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A duration in words, whole minutes: «3 ч 28 мин», «32 мин», «меньше минуты». Beyond two days: days and hours. */
export function durationText(t: UiTexts, durationMs: number): string {
  if (durationMs < MINUTE_MS) return t('duration.lessThanMinute');
  const hours = Math.floor(durationMs / HOUR_MS);
  const minutes = Math.floor((durationMs % HOUR_MS) / MINUTE_MS);
  if (durationMs >= 2 * DAY_MS)
    return t('duration.daysHours', { days: Math.floor(durationMs / DAY_MS), hours: hours % 24 });
  if (hours === 0) return t('duration.minutes', { minutes });
  return minutes === 0 ? t('duration.hours', { hours }) : t('duration.hoursMinutes', { hours, minutes });
}

/** A due time in words: «сегодня до 18:00»; null, a year without calendar, says so. */
export function dueText(t: UiTexts, dueBy: number | null, now: number): string {
  if (dueBy === null) return t('due.noCalendar');
  const time = clockTime(dueBy);
  switch (relativeDay(dueBy, now)) {
    case 'today':
      return t('due.today', { time });
    case 'tomorrow':
      return t('due.tomorrow', { time });
    case 'yesterday':
      return t('due.yesterday', { time });
    case 'other':
      return t('due.date', { date: shortDate(dueBy), time });
  }
}

/** A due time in full, for what is read out to a user: «сегодня до 18:00 по Москве». */
export function dueTextInFull(t: UiTexts, dueBy: number | null, now: number): string {
  const due = dueText(t, dueBy, now);
  return dueBy === null ? due : t('due.full', { due });
}

/** A past or coming moment, the day only when it is not today: «14:18», «вчера в 14:18», «23.11 в 14:18». */
export function momentText(t: UiTexts, at: number, now: number): string {
  const time = clockTime(at);
  const day = relativeDay(at, now);
  if (day === 'today') return time;
  return t('day.at', { day: day === 'other' ? shortDate(at) : t(`day.${day}`), time });
}

/** The next opening as it stands after «до»: «09:00», «завтра, 09:00», «30.11, 09:00». */
export function openingText(t: UiTexts, at: number, now: number): string {
  const time = clockTime(at);
  const day = relativeDay(at, now);
  if (day === 'today') return time;
  return t('day.comma', { day: day === 'other' ? shortDate(at) : t(`day.${day}`), time });
}

/** Clauses of the regulation: «п. 6.2», «пп. 2.3, 2.5»; empty without any. */
export function clausesText(t: UiTexts, clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : t('clause', { count: clauses.length, clauses: clauses.join(', ') });
}

/** Picks the language of a text of the regulation's lists. */
export function useListText(): (text: Text) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.resolvedLanguage === 'en' ? text.en : text.ru);
}
