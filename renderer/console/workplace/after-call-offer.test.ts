import { expect, test } from 'vitest';
import type { ConsultationClock } from '../../../shared/contract/clock.ts';
import { leftMs, offerAfterCall, talkedMs } from './after-call-offer.ts';

const MINUTE = 60_000;
const clock: ConsultationClock = {
  startedAt: 0,
  elapsedBeforeMs: 0,
  limitMs: 15 * MINUTE,
  warningAt: 12 * MINUTE,
  lastMinuteAt: 14 * MINUTE,
  noticeAt: 14.5 * MINUTE,
  farewellAt: 15 * MINUTE - 1_500,
  limitAt: 15 * MINUTE,
  atLimit: 'end',
  scale: 1,
  grants: [],
};
const ended = (over: Partial<Parameters<typeof offerAfterCall>[0]>) => ({
  clock,
  endedAt: 4 * MINUTE,
  endReason: 'user' as const,
  continuableUntil: null,
  bookedEventIds: [],
  ...over,
});

test('4.1: a technical cut offers the redial with the time left', () => {
  const cut = ended({ endReason: 'lost', continuableUntil: 9 * MINUTE });
  expect(offerAfterCall(cut, 5 * MINUTE)).toBe('redial');
  expect(leftMs(cut)).toBe(11 * MINUTE);
});

test('4.1: five minutes later, or with less than a minute left, an event is offered', () => {
  const cut = ended({ endReason: 'lost', continuableUntil: 9 * MINUTE });
  expect(offerAfterCall(cut, 9 * MINUTE)).toBe('redial');
  expect(offerAfterCall(cut, 9 * MINUTE + 1)).toBe('book');
  expect(offerAfterCall({ ...cut, continuableUntil: null }, 5 * MINUTE)).toBe('book');
  const late = ended({ endReason: 'lost', endedAt: 14.5 * MINUTE, continuableUntil: 19 * MINUTE });
  expect(offerAfterCall(late, 15 * MINUTE)).toBe('book');
});

test('4.1: at the limit an event comes next, and once it is booked, closing', () => {
  expect(offerAfterCall(ended({ endReason: 'limit', endedAt: 15 * MINUTE }), 15 * MINUTE)).toBe('book');
  const booked = ended({ endReason: 'limit', endedAt: 15 * MINUTE, bookedEventIds: ['e'] });
  expect(offerAfterCall(booked, 15 * MINUTE)).toBe('close');
});

test('after a crash of the console the user is called back first', () => {
  expect(offerAfterCall(ended({ endReason: 'interrupted' }), 60 * MINUTE)).toBe('redial');
});

test('a conversation ended by people is closed', () => {
  expect(offerAfterCall(ended({}), 5 * MINUTE)).toBe('close');
});

test('a clock that never ran has no time to tell', () => {
  expect([talkedMs(ended({ clock: null })), leftMs(ended({ clock: null }))]).toEqual([null, null]);
});
