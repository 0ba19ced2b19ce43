import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inquiryNumber, parseInquiryNumber } from './inquiry-number.ts';

test.each([
  [4173, '4К-173'],
  [0, '0Ж-000'],
  [7, '0Ш-007'],
  [123_456, '123Р-456'],
])('the inquiry number of %i is %s', (n, text) => {
  expect(inquiryNumber(n)).toBe(text);
});

test.each([-1, 1.5, NaN])('%s is no running number', (n) => {
  expect(() => inquiryNumber(n)).toThrow(new RangeError(`not a running number: ${n}`));
});

describe('reading an inquiry number back', () => {
  test.each(['4К-173', '4к173', ' 4 К – 173 ', '4K-173', '4k-173'])('«%s» is 4173', (text) => {
    expect(parseInquiryNumber(text)).toEqual({ ok: true, n: 4173 });
  });

  test.each([
    '',
    '4173',
    'К-173',
    '4К-17',
    '4К-1733',
    '4Ъ-173',
    '4-173',
    '42 аптека',
    'аптека 4К-173',
    '1234567890123К-173',
  ])('«%s» is none', (text) => {
    expect(parseInquiryNumber(text)).toEqual({ ok: false, code: 'format' });
  });

  test.each(['4К-174', '5К-173', '4Л-173', '4К-137'])('«%s» was misheard', (text) => {
    expect(parseInquiryNumber(text)).toEqual({ ok: false, code: 'check' });
  });

  const running = fc.nat({ max: 9_999_999 });

  test('what was given is read', () => {
    fc.assert(
      fc.property(running, (n) => {
        expect(parseInquiryNumber(inquiryNumber(n))).toEqual({ ok: true, n });
      }),
    );
  });

  const digitsOf = (text: string): string => text.replace(/\D/g, '');
  /** The same letter with other digits. */
  const misread = (text: string, digits: string): string =>
    `${digits.slice(0, -3)}${text.replace(/[\d-]/g, '')}-${digits.slice(-3)}`;

  test('one wrong digit never passes', () => {
    fc.assert(
      fc.property(running, fc.nat(), fc.integer({ min: 1, max: 9 }), (n, at, shift) => {
        const text = inquiryNumber(n);
        const digits = digitsOf(text);
        const place = at % digits.length;
        const wrong = digits.slice(0, place) + String((Number(digits[place]) + shift) % 10) + digits.slice(place + 1);
        expect(parseInquiryNumber(misread(text, wrong))).toEqual({ ok: false, code: 'check' });
      }),
    );
  });

  test('two swapped neighbours never pass', () => {
    fc.assert(
      fc.property(running, fc.nat(), (n, at) => {
        const text = inquiryNumber(n);
        const digits = digitsOf(text);
        const place = at % (digits.length - 1);
        const swapped = digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2);
        fc.pre(swapped !== digits);
        expect(parseInquiryNumber(misread(text, swapped))).toEqual({ ok: false, code: 'check' });
      }),
    );
  });
});
