import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameUser } from './same-user.ts';
import type { Caller } from './same-user.ts';

const user = (given: Partial<Caller>): Caller => ({
  number: '+7 495 231-22-45',
  extension: null,
  registrationNumber: '',
  organisation: '',
  ...given,
});

test.each([
  ['same number and registration number', { registrationNumber: '8102345' }, { registrationNumber: '8102345' }, true],
  [
    'same number and organisation, written differently',
    { organisation: 'ООО «Ёлка»' },
    { organisation: 'ООО "елка"' },
    true,
  ],
  ['the number alone', {}, {}, false],
  [
    'two products of a head office',
    { organisation: 'Сеть', registrationNumber: '1' },
    { organisation: 'Сеть', registrationNumber: '2' },
    false,
  ],
  ['one says the product, the other the organisation', { registrationNumber: '1' }, { organisation: 'Сеть' }, false],
  [
    'a product left blank',
    { organisation: 'Сеть', registrationNumber: ' ' },
    { organisation: 'Сеть', registrationNumber: '2' },
    true,
  ],
  ['an organisation of signs only', { organisation: '«»' }, { organisation: '«»' }, false],
  ['a name with signs around it', { organisation: '«Аптека»' }, { organisation: 'Аптека' }, true],
  ['a name with more signs within', { organisation: 'ООО  «Аптека»' }, { organisation: 'ООО Аптека' }, true],
  ['numbers that only look alike run together', { organisation: 'Аптека 1 2' }, { organisation: 'Аптека 12' }, false],
  ['another number', { organisation: 'Сеть' }, { organisation: 'Сеть', number: '+7 495 231-22-46' }, false],
  ['another extension', { organisation: 'Сеть', extension: '1' }, { organisation: 'Сеть', extension: '2' }, false],
  ['the number spelt otherwise', { organisation: 'Сеть' }, { organisation: 'Сеть', number: '8(495)2312245' }, true],
])('4.2: two bookings are one? %s', (_what, one, other, same) => {
  expect(isSameUser(user(one), user(other))).toBe(same);
  expect(isSameUser(user(other), user(one))).toBe(same);
});

test('4.2: two bookings are one for both of them, and never by the number alone', () => {
  const callers = fc.record<Caller>({
    number: fc.constantFrom('+7 495 231-22-45', '84952312245', '+7 495 231-22-46', '101'),
    extension: fc.constantFrom(null, '1', '2'),
    registrationNumber: fc.constantFrom('', ' ', '8102345', '8102346'),
    organisation: fc.constantFrom('', '«»', 'Аптека №1', 'аптека № 1', 'Аптека №2'),
  });
  fc.assert(
    fc.property(callers, callers, (one, other) => {
      expect(isSameUser(one, other)).toBe(isSameUser(other, one));
      expect(isSameUser({ ...one, registrationNumber: '', organisation: '' }, other)).toBe(false);
      if (one.registrationNumber.trim() !== '') expect(isSameUser(one, { ...one })).toBe(true);
    }),
  );
});
