import { expect, test } from 'vitest';
import { causeOfBye, causeOfCancel, causeOfHangUp, causeOfRefusal, reasonHeader } from './call-ends.ts';

test.each([
  [486, 'busy'],
  [600, 'busy'],
  [480, 'no-answer'],
  [408, 'no-answer'],
  [487, 'no-answer'],
  [404, 'not-found'],
  [484, 'not-found'],
  [603, 'declined'],
  [302, 'failed'],
  [488, 'failed'],
  [503, 'failed'],
])('a dialled call refused with %i: %s', (code, cause) => {
  expect(causeOfRefusal(code)).toBe(cause);
});

test('a CANCEL says whether another phone of the line answered (RFC 3326)', () => {
  expect(causeOfCancel([])).toBe('cancelled');
  expect(causeOfCancel(['SIP;cause=200;text="Call completed elsewhere"'])).toBe('elsewhere');
  expect(causeOfCancel(['Q.850;cause=16', 'SIP ;cause=200'])).toBe('elsewhere');
  expect(causeOfCancel(['Q.850;cause=26;text="x"'])).toBe('elsewhere');
  expect(causeOfCancel(['Q.850;cause=16, SIP;cause=200'])).toBe('elsewhere');
  expect(causeOfCancel(['SIP; text="x" ; cause = 200'])).toBe('elsewhere');
  expect(causeOfCancel(['SIP;cause=2000', 'Q.850;cause=16'])).toBe('cancelled');
  expect(causeOfCancel([';'.repeat(100_000)])).toBe('cancelled');
});

test.each(['SIP;cause=603;text="Decline"', 'SIP;cause=600', 'Q.850;cause=21, SIP;cause=486'])(
  'a CANCEL says that another phone of ours declined: %s',
  (reason) => {
    expect(causeOfCancel([reason])).toBe('declined');
    expect(causeOfCancel([reason, 'SIP;cause=200'])).toBe('elsewhere');
  },
);

test('a BYE says whether anybody hung up', () => {
  expect(causeOfBye([])).toBe('remote');
  expect(causeOfBye(['Q.850;cause=16;text="Normal Clearing"'])).toBe('remote');
  expect(causeOfBye(['SIP ;cause=408 ;text="Request Timeout"'])).toBe('lost');
  expect(causeOfBye(['Q.850;cause=44'])).toBe('lost');
  expect(causeOfBye(['SIP;text="x", Q.850 ; cause = 102'])).toBe('lost');
  expect(causeOfBye(['SIP;cause=4080', 'Q.850;cause=440'])).toBe('remote');
  expect(causeOfBye([';'.repeat(100_000)])).toBe('remote');
});

test('our BYE says why', () => {
  expect(reasonHeader('limit')).toBe('Reason: Q.850;cause=16;text="Consultation limit"');
  expect([causeOfHangUp('limit'), causeOfHangUp('consultant'), causeOfHangUp('page-closed')]).toEqual([
    'limit',
    'local',
    'lost',
  ]);
});
