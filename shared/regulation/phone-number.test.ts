import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone, phoneKey } from './phone-number.ts';

const number = '+74952312245';

describe('2.3 (facts, phone): to E.164', () => {
  test.each([
    ['+7 495 231-22-45', number, null],
    ['+7-495-231-22-45', number, null],
    ['8 (495) 231-22-45', number, null],
    ['7 495 231 22 45', number, null],
    ['84952312245', number, null],
    ['495 231 22 45', number, null],
    ['4952312245', number, null],
    ['+7 (495) 231.22.45', number, null],
    ['+7\u00a0495\u00a0231\u201322\u201345', number, null],
    ['  +7 [495] 231\u221222\u201045  ', number, null],
    ['tel:+7-495-231-22-45', number, null],
    ['TEL:+74952312245;phone-context=example.com', number, null],
    ['sip:+74952312245@pbx.example.com', number, null],
    ['sips:84952312245@pbx.example.com;transport=wss', number, null],
    ['sip:%2B74952312245@pbx.example.com', number, null],
    ['sip:%2B375291234567@pbx.example.com', '+375291234567', null],
    ['  tel:+74952312245 ', number, null],
    ['8 10 375 29 123-45-67', '+375291234567', null],
    ['8-10-49-30-1234567', '+49301234567', null],
    ['8~10 49 30 1234567', null, null],
    ['8107 495 231 22 45', number, null],
    ['+375 29 123-45-67', '+375291234567', null],
    ['+12345678', '+12345678', null],
    ['+123456789012345', '+123456789012345', null],
  ])('«%s» is %s', (raw, e164, extension) => {
    expect(parsePhone(raw)).toEqual({ e164, extension, raw });
  });

  test.each([
    ['8 (495) 231-22-45 доб. 123', '123'],
    ['8 (495) 231-22-45, доб 7', '7'],
    ['8 (495) 231-22-45,доб. 7', '7'],
    ['8 (495) 231-22-45 доб. 7  ', '7'],
    ['8 (495) 231-22-45 добавочный 123456', '123456'],
    ['8 (495) 231-22-45 (доб. 12)', '12'],
    ['8 (495) 231-22-45 вн. 12', '12'],
    ['8 (495) 231-22-45 внутр. 12', '12'],
    ['+7 495 231-22-45 ext. 99', '99'],
    ['tel:+74952312245;ext=123', '123'],
    ['tel:+74952312245;phone-context=x;EXT=5', '5'],
  ])('«%s» keeps its extension %s', (raw, extension) => {
    expect(parsePhone(raw)).toEqual({ e164: number, extension, raw });
  });

  test.each([
    ['1', '1'],
    ['1001', '1001'],
    ['12-34-56', '123456'],
    ['sip:1001@pbx.example.com', '1001'],
  ])('up to six digits «%s» are an extension', (raw, extension) => {
    expect(parsePhone(raw)).toEqual({ e164: null, extension, raw });
  });

  test.each([
    '',
    'anonymous',
    'sip:anonymous@anonymous.invalid',
    '1234567',
    '123456789',
    '94952312245',
    '+7495231224',
    '+749523122455',
    '+1234567',
    '+1234567890123456',
    '+012345678',
    '++74952312245',
    '++375291234567',
    '99810375291234',
    '84952312245@pbx.example.com',
    '84952312245;ext=5',
    '8,495 231-22-45 доб. 5',
    '4952312245+',
    '231-22-45 доб. 12',
    '123 доб. 4',
    '8 (495) 231-22-45 доб. 1234567',
    '8 495 231-22-45 / 46',
    'tel:;ext=',
    '8107 495 231 22 4',
  ])('anything else, «%s», is kept as it came', (raw) => {
    expect(parsePhone(raw)).toEqual({ e164: null, extension: null, raw });
  });
});

test.each([
  ['+79161234567', '+7 916 123-45-67'],
  ['+375291234567', '+375291234567'],
  ['1001', '1001'],
  ['anonymous', 'anonymous'],
  ['tel:+79161234567', 'tel:+79161234567'],
  ['+791612345678', '+791612345678'],
])('2.3 (facts, phone): %s is shown as %s', (e164, text) => {
  expect(formatPhone(e164)).toBe(text);
});

test.each([
  ['8 (495) 231-22-45', '+7 495 231 22 45 доб. 9', true],
  ['sip:1001@a', '1001', true],
  ['anonymous', ' anonymous ', true],
  ['anonymous', 'Anonymous', false],
  ['+375291234567', '8 10 375 29 123 45 67', true],
  ['84952312245', '84952312246', false],
])('2.3 (facts, phone): «%s» and «%s» are one number: %s', (a, b, same) => {
  expect(phoneKey(a) === phoneKey(b)).toBe(same);
});

describe('2.3 (facts, phone): whatever the number', () => {
  const digits = (length: number): fc.Arbitrary<string> =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
  const russian = digits(10).map((ten) => `+7${ten}`);
  const foreign = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '8', '9'), fc.integer({ min: 7, max: 14 }).chain(digits))
    .map(([code, rest]) => `+${code}${rest}`);

  test('shown and read again it is the same', () => {
    fc.assert(
      fc.property(fc.oneof(russian, foreign), (e164) => {
        expect(parsePhone(formatPhone(e164)).e164).toBe(e164);
      }),
    );
  });

  test('every Russian writing is one key', () => {
    fc.assert(
      fc.property(digits(10), (ten) => {
        expect(
          new Set([`+7${ten}`, `7${ten}`, `8${ten}`, ten, `8 (${ten.slice(0, 3)}) ${ten.slice(3)}`].map(phoneKey)),
        ).toEqual(new Set([`+7${ten}`]));
      }),
    );
  });

  test('never throws, keeps the text, and gives E.164 or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const phone = parsePhone(raw);
        expect(phone.raw).toBe(raw);
        expect(phone.e164 ?? '+12345678').toMatch(/^\+[1-9]\d{7,14}$/);
      }),
    );
  });
});
