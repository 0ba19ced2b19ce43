import { expect, test } from 'vitest';
import { guardedIntake, objectionTo, withoutPhrase, withSipAddresses } from './sip-intake.ts';

const invite = (...more: string[]) =>
  ['INVITE sip:101@h SIP/2.0', 'From: <sip:1@h>;tag=1', 'Call-ID: a', ...more, '', 'v=0\r\n'].join('\r\n');

test.each([
  ['an ordinary message', invite(), null],
  ['a display name of 10 kB', invite(`Reply-To: "${'я'.repeat(10_000)}" <sip:1@h>`), null],
  ['a long body', invite() + 'a=x\r\n'.repeat(5_000), null],
  ['a huge frame', invite() + 'a=x\r\n'.repeat(50_000), 'message-too-long'],
  ['a header without an end', invite(`Subject: ${'x'.repeat(20_000)}`), 'header-too-long'],
  ['a header folded a thousand times', invite(`Subject: x${'\r\n y'.repeat(5_000)}`), 'header-too-long'],
  ['a crowd of headers', invite(...Array<string>(300).fill('X: 1')), 'too-many-headers'],
  ['a crowd of contacts', invite(`Contact: ${Array(900).fill('<sip:a@b>').join(',')}`), 'too-many-addresses'],
  [
    'a crowd of hops, in short form',
    invite(...Array<string>(150).fill(`v: SIP/2.0/WS ${'h'.repeat(60)}`)),
    'too-many-addresses',
  ],
  ['no message at all', '', null],
])('%s', (_what, message, objection) => {
  expect(objectionTo(message)).toBe(objection);
});

test('a message that makes the stack throw is logged and dropped; the next one is taken', () => {
  const taken: string[] = [];
  const refused: number[] = [];
  const lines: string[] = [];
  const intake = guardedIntake(
    (message) => {
      if (message === 'bad') throw new TypeError('Cannot read properties of undefined');
      taken.push(message);
    },
    ({ length }) => refused.push(length),
    (event, details) => lines.push(`${event} ${JSON.stringify(details)}`),
  );
  ['bad', 'good', 'x'.repeat(100_000), 'good'].forEach(intake);
  expect(taken).toEqual(['good', 'good']);
  expect(refused).toEqual([100_000]);
  expect(lines).toEqual([
    'sip-threw {"error":"TypeError: Cannot read properties of undefined"}',
    'sip-dropped {"objection":"message-too-long","length":100000}',
  ]);
});

test('a tel: address in From or To is written as a sip: one; nothing else is touched', () => {
  const told = (from: string, rest = 'Contact: <tel:+1>\r\n\r\nFrom: <tel:+2>') =>
    withSipAddresses(`INVITE sip:101@h SIP/2.0\r\nFrom: ${from}\r\n${rest}`);
  const kept = '\r\nContact: <tel:+1>\r\n\r\nFrom: <tel:+2>';
  expect(told('"Анна" <tel:+73432224455;phone-context=x>;tag=1')).toBe(
    `INVITE sip:101@h SIP/2.0\r\nFrom: "Анна" <sip:+73432224455@tel.invalid;user=phone>;tag=1${kept}`,
  );
  expect(told('tel:112;tag=1')).toContain('\r\nFrom: <sip:112@tel.invalid;user=phone>;tag=1\r\n');
  for (const from of ['<sip:tel@h>;tag=1', '"hotel: tel" <sip:1@h>', '<tel:>', 'tel:']) {
    expect(told(from)).toBe(`INVITE sip:101@h SIP/2.0\r\nFrom: ${from}${kept}`);
  }
});

test('a status line keeps its code, whatever the exchange says with it', () => {
  expect(withoutPhrase('SIP/2.0 486 <b>Занято</b> \u0000\r\nVia: x')).toBe('SIP/2.0 486 \r\nVia: x');
  expect(withoutPhrase('SIP/2.0 200 OK\r\n')).toBe('SIP/2.0 200 \r\n');
  expect(withoutPhrase('SIP/2.0 4294967301 x\r\n')).toBe('SIP/2.0 4294967301 x\r\n');
  expect(withoutPhrase('INVITE sip:101@h SIP/2.0\r\nX: SIP/2.0 200 OK')).toBe(
    'INVITE sip:101@h SIP/2.0\r\nX: SIP/2.0 200 OK',
  );
});
