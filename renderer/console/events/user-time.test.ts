import { expect, test } from 'vitest';
import { moscowTime } from '../../../shared/regulation/time.ts';
import { userTime } from './user-time.ts';

const user = {
  name: '',
  number: '+7 916 123-45-67',
  e164: '+79161234567',
  extension: null,
  registrationNumber: '',
  organisation: '',
  configuration: '',
  city: '',
};
const convenient = { from: '10:00', until: '17:00' };
const at = (time: string): number => moscowTime('2026-11-24', time);

test('4.2: the user’s own time and whether a call suits, by the user’s clock', () => {
  const event = { user: { ...user, city: 'Владивосток' }, convenient };
  expect(userTime(event, at('09:30'))).toEqual({ local: '16:30', suits: true });
  expect(userTime(event, at('10:00'))).toEqual({ local: '17:00', suits: false });
});

test('where the zone is not known, no time is shown and Moscow’s decides', () => {
  expect(userTime({ user, convenient }, at('09:30'))).toEqual({ local: null, suits: false });
  expect(userTime({ user, convenient }, at('10:00'))).toEqual({ local: null, suits: true });
});

test('without hours any time suits', () => {
  expect(userTime({ user, convenient: null }, at('03:00')).suits).toBe(true);
});
