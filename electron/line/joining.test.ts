import { expect, test } from 'vitest';
import { LONG_TEXT_LIMIT } from '../../shared/contract/base.ts';
import { callbackEvent, type EventUser } from '../../shared/contract/events.ts';
import { bookedEvent } from '../../shared/events/booked-event.ts';
import { createCalendar } from '../../shared/regulation/calendar.ts';
import { joinedEvent } from './joining.ts';
import { COMMENT_CUT } from './names.ts';

const user = (given: Partial<EventUser>): EventUser => ({
  name: '',
  number: '+7 495 231-22-45',
  e164: '+74952312245',
  extension: null,
  registrationNumber: '',
  organisation: '',
  configuration: '',
  city: '',
  ...given,
});

test('4.2: a comment too long for both is cut to what an event may have, and the history says where the rest is', () => {
  const event = (id: string, comment: string) =>
    bookedEvent(
      { id, at: 1_800_000_000_000, by: 'Мария', source: 'by-hand', user: user({}), comment },
      createCalendar({ notices: [{ date: '2027-01-15', intervals: [['09:00', '18:00']] }] }),
    );
  const half = 'я'.repeat(LONG_TEXT_LIMIT / 2);
  const joined = joinedEvent(event('e1', half), event('e2', half), { at: 2, by: 'Олег' });
  expect(callbackEvent.safeParse(joined).success).toBe(true);
  expect(joined.comment).toBe(`${half}\n${half}`.slice(0, LONG_TEXT_LIMIT));
  expect(joined.history.at(-1)).toMatchObject({ what: 'joined', reason: COMMENT_CUT });
  const whole = joinedEvent(event('e1', 'раз'), event('e2', 'два'), { at: 2, by: 'Олег' });
  expect(whole.comment).toBe('раз\nдва');
  expect(whole.history.at(-1)?.reason).toBeNull();
});
