import { DateTime } from 'luxon';
import { addDays, MOSCOW, moscowDate, type Instant } from '../../../shared/regulation/time.ts';

const WEEKDAYS = ['в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу', 'в воскресенье'];

const inMoscow = (at: Instant) => DateTime.fromMillis(at, { zone: MOSCOW, locale: 'ru' });

/** '18:00', Moscow's. */
export function clockWords(at: Instant): string {
  return inMoscow(at).toFormat('HH:mm');
}

/** «сегодня», «завтра, в среду, 25 ноября», «в понедельник, 30 ноября»; the year is said when it is not this one. */
export function dayWords(at: Instant, now: Instant): string {
  const [date, today] = [moscowDate(at), moscowDate(now)];
  if (date === today) return 'сегодня';
  const day = inMoscow(at);
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.year} года`;
  const named = `${WEEKDAYS[day.weekday - 1]}, ${day.toFormat('d MMMM')}${year}`;
  return date === addDays(today, 1) ? `завтра, ${named}` : named;
}

/** 2.1: a due time as users are told it: «сегодня до 18:00 по московскому времени». */
export function dueWords(dueBy: Instant, now: Instant): string {
  const day = dayWords(dueBy, now);
  return `${day}${day === 'сегодня' ? '' : ','} до ${clockWords(dueBy)} по московскому времени`;
}

/** An instant as users are told it: «сегодня в 14:05», «в понедельник, 30 ноября, в 9:00» (Moscow's; the caller says so). */
export function momentWords(at: Instant, now: Instant): string {
  const day = dayWords(at, now);
  return `${day}${day === 'сегодня' ? '' : ','} в ${clockWords(at)}`;
}
