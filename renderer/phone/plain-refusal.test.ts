import { expect, test } from 'vitest';
import { plainRefusalOf } from './plain-refusal.ts';

const message = (first: string, ...headers: string[]) => [first, ...headers, '', 'v=0\r\nTo: <sip:body>'].join('\r\n');
const HEADERS = [
  'v: SIP/2.0/WS pbx;branch=z9hG4bK1',
  'Via: SIP/2.0/UDP far',
  'f: "unterminated <sip:1@h>;tag=1',
  'To : <sip:101@h>',
  'i: a',
  'CSEQ: 1 INVITE',
];

test('a request nobody could read is answered 400, with what says where the answer goes', () => {
  expect(plainRefusalOf(message('INVITE sip:101@h SIP/2.0', ...HEADERS, 'Subject: x'), 400)).toBe(
    [
      'SIP/2.0 400 Bad Request',
      'Via: SIP/2.0/WS pbx;branch=z9hG4bK1',
      'Via: SIP/2.0/UDP far',
      'From: "unterminated <sip:1@h>;tag=1',
      'To: <sip:101@h>;tag=unreadable',
      'Call-ID: a',
      'CSeq: 1 INVITE',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  );
});

test('within a dialog it keeps its tag', () => {
  const within = HEADERS.map((header) => (header.startsWith('To') ? 'To: <sip:101@h>;tag=9' : header));
  expect(plainRefusalOf(message('BYE sip:101@h SIP/2.0', ...within), 400)).toContain('To: <sip:101@h>;tag=9\r\n');
});

test.each([
  ['an ACK', message('ACK sip:101@h SIP/2.0', ...HEADERS)],
  ['an answer', message('SIP/2.0 200 OK', ...HEADERS)],
  ['a keep-alive', '\r\n\r\n'],
  ['half a message', 'a=mid:0\r\na=sendrecv'],
  ['one without a way back', message('INVITE sip:101@h SIP/2.0', ...HEADERS.slice(2))],
  ['one without a number', message('INVITE sip:101@h SIP/2.0', ...HEADERS.slice(0, 5))],
])('%s is not answered', (_what, given) => {
  expect(plainRefusalOf(given, 400)).toBeNull();
});

test('a message that is too large is answered 513, and no larger than it must be', () => {
  const body = 'a=x\r\n'.repeat(50_000);
  expect(plainRefusalOf(message('INVITE sip:101@h SIP/2.0', ...HEADERS) + body, 513)).toMatch(
    /^SIP\/2\.0 513 Message Too Large\r\nVia: SIP\/2\.0\/WS pbx;branch=z9hG4bK1\r\n/,
  );
  const huge = [...HEADERS.slice(0, 5), `CSeq: 1 INVITE${' '.repeat(10_000)}`];
  expect(plainRefusalOf(message('INVITE sip:101@h SIP/2.0', ...huge), 513)).toBeNull();
  expect(plainRefusalOf(message('INVITE sip:101@h SIP/2.0', 'a'.repeat(100_000), ...HEADERS), 513)).toBeNull();
});
