import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhoneLink, requestOfLink } from './phone-link.ts';

test.each([
  ['tel:+79161234567', '+7 916 123-45-67'],
  ['tel:8(916)123-45-67', '+7 916 123-45-67'],
  ['TEL:+7-495-231-22-45;ext=12', '+7 495 231-22-45 доб. 12'],
  ['tel:+7%20916%20123%2045%2067', '+7 916 123-45-67'],
  ['tel:2312245;phone-context=+7495', '2312245'],
  ['tel://+74952312245/', '+7 495 231-22-45'],
  ['sip:+74952312245@pbx.example.org;transport=ws', '+7 495 231-22-45'],
  ['sip:204:secret@pbx.example.org?subject=x', '204'],
  ['sips:%2B74952312245@pbx', '+7 495 231-22-45'],
  ['callto://+7 (916) 123-45-67', '+7 916 123-45-67'],
  ['callto:+493012345678', '+493012345678'],
])('%s is %s', (link, number) => {
  expect(readPhoneLink(link)).toEqual({ ok: true, number });
});

test.each([
  ['http://example.org/+79161234567', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['+79161234567', 'scheme'],
  ['tel:', 'empty'],
  ['sip:@pbx.example.org', 'empty'],
  ['sip:ivanov@pbx.example.org', 'not-a-number'],
  ['callto:echo123', 'not-a-number'],
  // A code that would switch a forwarding on.
  ['tel:*21*%2B79161234567%23', 'not-a-number'],
  ['tel:+7916123456%', 'broken'],
  ['tel:---', 'not-a-number'],
  [`tel:${'1'.repeat(21)}`, 'too-long'],
  [`tel:${'1'.repeat(1_000)}`, 'too-long'],
])('%s: %s', (link, problem) => {
  expect(readPhoneLink(link)).toEqual({ ok: false, problem });
});

test('whatever a link holds, either its problem is named or a number that can be shown', () => {
  const scheme = fc.constantFrom('tel:', 'sip:', 'sips:', 'callto:', 'callto://', 'TEL:', '');
  fc.assert(
    fc.property(scheme, fc.string({ maxLength: 40, unit: 'binary' }), (start, rest) => {
      const read = readPhoneLink(start + rest);
      if (read.ok) expect(read.number).toMatch(/^\+?\d[\d -]*( доб\. \d{1,6})?$/);
      else expect(['scheme', 'empty', 'not-a-number', 'too-long', 'broken']).toContain(read.problem);
      expect(requestOfLink(start + rest).kind).toBe(read.ok ? 'dial' : 'bad-link');
    }),
  );
});

test('a Russian number is the same number under every scheme and however it is grouped', () => {
  const digits = fc.stringMatching(/^9\d{9}$/);
  const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '(', ')', '%20'), { minLength: 10, maxLength: 10 });
  const start = fc.constantFrom('tel:+7', 'tel:8', 'sip:%2B7', 'callto:7', 'callto://8', 'tel:');
  const end = fc.constantFrom('', ';x=1', '@pbx', '?a=b');
  fc.assert(
    fc.property(digits, separators, start, end, (ten, between, before, after) => {
      const written = [...ten].map((digit, i) => digit + (between[i] ?? '')).join('');
      const expected = `+7 ${ten.slice(0, 3)} ${ten.slice(3, 6)}-${ten.slice(6, 8)}-${ten.slice(8)}`;
      expect(readPhoneLink(`${before}${written}${after}`)).toEqual({ ok: true, number: expected });
    }),
  );
});
