import { expect, test } from 'vitest';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { bookedEvent } from '../../../shared/events/booked-event.ts';
import { createCalendar } from '../../../shared/regulation/calendar.ts';
import { moscowTime } from '../../../shared/regulation/time.ts';
import type { BookingStatus } from './bookings.ts';
import { statusPage, statusWords } from './status-page.ts';

const now = moscowTime('2026-11-24', '15:00');
const event = bookedEvent(
  {
    id: 'e1',
    at: moscowTime('2026-11-24', '14:00'),
    by: 'Анна',
    source: 'booking-page',
    user: { name: 'Анна', number: '8 916 123-45-67 доб. 12', organisation: 'Ромашка' },
  },
  createCalendar(),
);
const booking = {
  id: 'b',
  eventId: 'e1',
  at: event.bookedAt,
  formHash: '',
  linkHash: '',
  phoneKey: '',
  mayCancel: true,
};
const status = (change: Partial<CallbackEvent>, rest: Partial<BookingStatus> = {}): BookingStatus => ({
  booking,
  calling: false,
  event: { ...event, ...change },
  ...rest,
});
const said = (given: BookingStatus) => {
  const { title, sentences } = statusWords(given, now, '+7 495 231-22-45');
  return [title, ...sentences];
};
const miss = (date: string, time: string) => ({
  at: moscowTime(date, time),
  by: 'Мария',
  result: 'no-answer' as const,
});
const closed = (outcome: NonNullable<CallbackEvent['closed']>['outcome'], clause: string | null = null) => ({
  closed: { at: moscowTime('2026-11-24', '14:40'), by: 'Мария', outcome, clause, onTime: true },
});

test('from booked to handled, in the user’s words', () => {
  expect(said(status({}))).toEqual(['Звонок заказан', 'Позвоним сегодня до 18:00 по московскому времени.']);
  expect(said(status({ owner: { id: 'm', name: 'Мария' } }))[0]).toBe('Консультант взял вашу запись');
  expect(said(status({ owner: { id: 'm', name: 'Мария' } }, { calling: true }))).toEqual([
    'Консультант звонит вам',
    'Ответьте, пожалуйста: звонок с номера +7 495 231-22-45',
  ]);
  expect(said(status(closed('handled')))).toEqual([
    'Звонок состоялся',
    'Консультация закончена сегодня в 14:40 по московскому времени.',
  ]);
  expect(said(status(closed('cancelled-by-user')))[0]).toBe('Звонок отменён');
  expect(said(status(closed('refused-by-clause', '6.1')))[1]).toContain('п. 6.1');
});

test('unanswered attempts are told with their times, an answered one ends them', () => {
  const attempts = [miss('2026-11-23', '17:55'), miss('2026-11-24', '14:05'), miss('2026-11-24', '14:20')];
  expect(said(status({ attempts, nextAttemptAt: moscowTime('2026-11-24', '15:20') }))).toEqual([
    'Не дозвонились: звонили в 17:55 (в понедельник, 23 ноября), 14:05 и 14:20 по московскому времени',
    'Позвоним ещё раз примерно в 15:20 по московскому времени.',
    'Позвоним сегодня до 18:00 по московскому времени.',
  ]);
  expect(said(status({ attempts: [...attempts, { ...miss('2026-11-24', '14:30'), result: 'answered' }] }))[0]).toBe(
    'Звонок заказан',
  );
});

test('a missed due-by and a year without a calendar are said as they are', () => {
  expect(said(status({ dueBy: now - 1 }))[1]).toMatch(/^Обещали сегодня до 14:59 .* и не успели/);
  expect(said(status({ dueBy: null }))[1]).toContain('нет календаря на 2026 год');
});

test('the page hides the middle of the number and shows nothing else that was typed', () => {
  const page = statusPage({ status: status({}), now, phone: '', csrf: 'c', path: '/b/x' });
  expect(page).toContain('+7 916 •••-••-67 доб. 12');
  expect(page).not.toContain('Ромашка');
  expect(page).not.toContain('Анна');
});

test('a joined booking shows the status and cannot cancel what somebody else booked', () => {
  const joined = status({}, { booking: { ...booking, mayCancel: false } });
  expect(said(joined)[0]).toBe('Вы уже записаны');
  const page = statusPage({ status: joined, now, phone: '', csrf: 'c', path: '/b/x' });
  expect(page).not.toContain('/cancel');
});
