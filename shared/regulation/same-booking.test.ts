import { expect, test } from 'vitest';
import { areOneBooking } from './same-booking.ts';
import type { Booking } from './same-booking.ts';

const booking: Booking = { number: '8 (495) 231-22-45', registrationNumber: '800900', organisation: 'ООО «Аптека»' };

test.each([
  ['number and registration number', { ...booking, organisation: '' }, { ...booking, organisation: 'ИП Иванов' }, true],
  ['number and organisation', { ...booking, registrationNumber: '' }, booking, true],
  ['the number written otherwise', booking, { ...booking, number: '+7 495 231 22 45' }, true],
  [
    'the organisation written otherwise',
    { ...booking, registrationNumber: '' },
    { ...booking, organisation: ' ооо  "АПТЕКА"' },
    true,
  ],
  ['another number', booking, { ...booking, number: '+7 495 231 22 46' }, false],
  [
    'the number alone',
    { ...booking, registrationNumber: '', organisation: '' },
    { ...booking, registrationNumber: '', organisation: ' ' },
    false,
  ],
  ['another pharmacy of one organisation', booking, { ...booking, registrationNumber: '800901' }, false],
  [
    'another organisation',
    { ...booking, registrationNumber: '' },
    { ...booking, organisation: 'ООО «Ромашка»' },
    false,
  ],
] satisfies [string, Booking, Booking, boolean][])('4.2: %s: one booking %s', (_case, a, b, one) => {
  expect(areOneBooking(a, b)).toBe(one);
  expect(areOneBooking(b, a)).toBe(one);
});
