import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callerOf } from './caller-identity.ts';
import type { IdentityHeaders } from './caller-identity.ts';

const none: IdentityHeaders = { from: null, to: null, assertedIdentity: null, calledParty: null, diversion: null };
const caller = (headers: Partial<IdentityHeaders>) => callerOf({ ...none, ...headers });

test('name and number of an ordinary call, and the number that was dialled', () => {
  expect(caller({ from: '"Иванова Анна" <sip:+73432224455@pbx.example>;tag=1', to: '<sip:101@pbx.example>' })).toEqual({
    number: '+73432224455',
    displayName: 'Иванова Анна',
    dialled: '101',
  });
});

test('what a trusted exchange asserts goes before what the caller says (RFC 3325)', () => {
  const from = '"I am the bank" <sip:+70000000000@example>;tag=1';
  expect(caller({ from, assertedIdentity: '<sip:+73432224455@pbx>' })).toMatchObject({
    number: '+73432224455',
    displayName: 'I am the bank',
  });
  expect(caller({ from, assertedIdentity: '"ООО Ромашка" <tel:+7343;phone-context=x>, <sip:a@b>' })).toMatchObject({
    number: '+7343',
    displayName: 'ООО Ромашка',
  });
});

test('the line that was dialled: called party, then diversion, then To', () => {
  const to = '<sip:101@pbx>';
  expect(caller({ to, diversion: '<sip:84952312245@pbx>;reason=unconditional' }).dialled).toBe('84952312245');
  expect(caller({ to, diversion: '<sip:1@pbx>', calledParty: '<tel:+74952312245>' }).dialled).toBe('+74952312245');
});

test('the phone’s own number and contact are no dialled line', () => {
  const to = '<sip:q4eki85d@5o3m2u.invalid>';
  expect(callerOf({ ...none, to }, ['101', 'q4eki85d']).dialled).toBe('');
  expect(callerOf({ ...none, to, diversion: '<sip:2312245@pbx>' }, ['101', 'q4eki85d']).dialled).toBe('2312245');
});

test('a hidden number is an empty one (RFC 3323)', () => {
  expect(caller({ from: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1' }).number).toBe('');
  expect(caller({ from: '<sip:Anonymous@10.0.0.1>' }).number).toBe('');
});

test.each([
  ['Anonymous <sip:anonymous@anonymous.invalid>', 'the pair of RFC 3323'],
  ['"Restricted" <sip:Restricted@10.0.0.1;user=phone>', 'words of exchanges'],
  ['"Аноним" <sip:unknown@pbx>', 'in Russian'],
  ['<sip:@pbx.example>', 'a user part of nothing'],
  ['<sip:pbx.example>', 'no user part'],
  ['<sips:pbx.example;transport=ws>', 'nor with sips'],
  ['<tel:>', 'an empty tel'],
  ['<sip:%20%E2%80%8B%09@h>', 'a user part of blanks'],
  ['"\u3164\u2800\uFFA0" <sip:\u3164@h>', 'letters seen as nothing'],
])('nobody’s address is shown as nobody’s: %s (%s)', (from) => {
  expect(caller({ from })).toMatchObject({ number: '', displayName: '' });
});

test('a name is kept where only the number is hidden, and a number where only the name says nothing', () => {
  expect(caller({ from: '"Иванова" <sip:anonymous@anonymous.invalid>' })).toMatchObject({
    number: '',
    displayName: 'Иванова',
  });
  expect(caller({ from: '"Unknown" <sip:+73432224455@h>' })).toMatchObject({
    number: '+73432224455',
    displayName: 'Unknown',
  });
});

test.each([
  ['sips', '<sips:+73432224455@pbx.example>'],
  ['tel with parameters', '<tel:+73432224455;phone-context=example.com>'],
  ['tel, bare', 'tel:+73432224455;ext=5'],
  ['escaped', '<sip:%2B73432224455@pbx.example;user=phone>'],
  ['with a password', '<sip:+73432224455:secret@pbx.example>'],
  ['before a question', '<sip:+73432224455?subject=x@pbx.example>'],
])('a number by any scheme: %s', (_what, from) => {
  expect(caller({ from }).number).toBe('+73432224455');
});

test('10 kB of name, names that pile marks or turn the writing, are cut and calmed', () => {
  const long = caller({ from: `"${'я'.repeat(10_000)}" <sip:+73432224455@h>` });
  expect(long).toMatchObject({ number: '+73432224455', displayName: 'я'.repeat(120) });
  expect(caller({ from: `"z${'\u0301'.repeat(60)}algo" <sip:1@h>` }).displayName).toBe('z\u0301\u0301\u0301algo');
  expect(caller({ from: '"\u202E\u2066Сбербанк\u200F\uFEFF" <sip:\u202E900@h>' })).toMatchObject({
    number: '900',
    displayName: 'Сбербанк',
  });
});

test.each([
  // RFC 4475 3.1.1.1, 3.1.1.6, 3.1.1.13 and kin
  ['"J Rosenberg \\\\\\""       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8', 'J Rosenberg \\"', 'jdrosen'],
  ['caller<sip:caller@example.com>;tag=323', 'caller', 'caller'],
  ['sip:12345@example.com;tag=1', '', '12345'],
  ['<sip:sips%3Auser%40example.com@example.net>', '', 'sips:user@example.com'],
  ['"%Z%45" <sip:resource@example.com>', '%Z%45', 'resource'],
  ['<sip:%ZZ@example.com>', '', '%ZZ'],
  ['"Bell, Alexander <sip:a.g.bell@bell-tel.com>;tag=43', '"Bell, Alexander', 'a.g.bell'],
  ['<>', '', ''],
  ['"" <>', '', ''],
  ['"unclosed', '', ''],
  ['<sip:+7;ext=5@host', '', '+7'],
  ['mailto:x@y', '', ''],
])('nasty headers: %s', (from, displayName, number) => {
  expect(caller({ from })).toMatchObject({ displayName, number });
});

test('no control, invisible or direction-changing character survives', () => {
  expect(caller({ from: '"evil\u202Egnp.exe\u0000\u200B<b>" <sip:1@h>' }).displayName).toBe('evil gnp.exe <b>');
});

test('whatever is in the headers: nothing throws, all is bounded', () => {
  const header = fc.option(
    fc.oneof(
      fc.string({ maxLength: 400, unit: 'binary' }),
      fc.stringMatching(/^"?[\\" <>:@;a-z%]{0,80}<?sip:[^ ]{0,80}$/),
    ),
  );
  const headers = fc.record({
    from: header,
    to: header,
    assertedIdentity: header,
    calledParty: header,
    diversion: header,
  });
  fc.assert(
    fc.property(headers, (given) => {
      const found = callerOf(given);
      return found.number.length <= 128 && found.displayName.length <= 240 && found.dialled.length <= 128;
    }),
  );
  expect(
    caller({ from: `"${'я'.repeat(5_000)}" <sip:${'1'.repeat(5_000)}@h>` }).displayName.length,
  ).toBeLessThanOrEqual(120);
});
