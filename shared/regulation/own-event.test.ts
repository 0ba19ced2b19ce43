import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OwnEvent } from './own-event.ts';
import { returnsToQueue } from './own-event.ts';
import { HOUR_MS, MINUTE_MS } from './time.ts';

const takenAt = 10 * HOUR_MS;
const dueBy = 18 * HOUR_MS;
const there = { offlineSince: null, shiftEndedAt: null, onTheLine: false };
const own: OwnEvent = { takenAt, dueBy, owner: there };

describe('4.2: an own event goes back to the queue', () => {
  test('an hour before due-by', () => {
    expect(returnsToQueue(own)).toEqual({ at: 17 * HOUR_MS, reason: 'due-soon' });
  });

  test('not when it was taken in its last hour: it was taken to be dialled', () => {
    expect(returnsToQueue({ ...own, takenAt: 17 * HOUR_MS })).toBeNull();
    expect(returnsToQueue({ ...own, takenAt: 17 * HOUR_MS - 1 })).toMatchObject({ reason: 'due-soon' });
  });

  test('after fifteen minutes offline, counted from the taking at the earliest', () => {
    const offline = { ...there, offlineSince: 12 * HOUR_MS };
    expect(returnsToQueue({ ...own, owner: offline })).toEqual({
      at: 12 * HOUR_MS + 15 * MINUTE_MS,
      reason: 'offline',
    });
    const before = { ...there, offlineSince: 9 * HOUR_MS };
    expect(returnsToQueue({ ...own, owner: before })).toEqual({ at: takenAt + 15 * MINUTE_MS, reason: 'offline' });
  });

  test('at the end of the owner’s shift', () => {
    const gone = { ...there, shiftEndedAt: 15 * HOUR_MS };
    expect(returnsToQueue({ ...own, owner: gone })).toEqual({ at: 15 * HOUR_MS, reason: 'shift-ended' });
    expect(returnsToQueue({ ...own, owner: { ...there, shiftEndedAt: 9 * HOUR_MS } })).toEqual({
      at: takenAt,
      reason: 'shift-ended',
    });
  });

  test('whichever comes first', () => {
    const owner = { ...there, offlineSince: 16 * HOUR_MS, shiftEndedAt: 16 * HOUR_MS };
    expect(returnsToQueue({ ...own, owner })).toEqual({ at: 16 * HOUR_MS, reason: 'shift-ended' });
    expect(returnsToQueue({ ...own, owner: { ...owner, shiftEndedAt: null, offlineSince: 17 * HOUR_MS } })).toEqual({
      at: 17 * HOUR_MS,
      reason: 'due-soon',
    });
  });

  test('never while its owner talks to that user', () => {
    const owner = { offlineSince: takenAt, shiftEndedAt: takenAt, onTheLine: true };
    expect(returnsToQueue({ ...own, owner })).toBeNull();
  });

  test('without due-by it stays with an owner who is there', () => {
    expect(returnsToQueue({ ...own, dueBy: null })).toBeNull();
  });

  test('without due-by the owner’s absence still sends it back', () => {
    const offline = { ...there, offlineSince: 12 * HOUR_MS };
    expect(returnsToQueue({ ...own, dueBy: null, owner: offline })).toMatchObject({ reason: 'offline' });
  });

  test('of two reasons at one instant its due-by is said', () => {
    const owner = { ...there, offlineSince: 17 * HOUR_MS - 15 * MINUTE_MS, shiftEndedAt: 17 * HOUR_MS };
    expect(returnsToQueue({ ...own, owner })).toEqual({ at: 17 * HOUR_MS, reason: 'due-soon' });
  });

  test('the times are a policy', () => {
    const policy = { beforeDueMs: 2 * HOUR_MS, offlineMs: MINUTE_MS };
    expect(returnsToQueue(own, policy)).toMatchObject({ at: 16 * HOUR_MS });
    expect(returnsToQueue({ ...own, owner: { ...there, offlineSince: 11 * HOUR_MS } }, policy)).toMatchObject({
      at: 11 * HOUR_MS + MINUTE_MS,
    });
  });
});

test('4.2: a return is never before the taking, and never later for one more reason to return', () => {
  const instant = fc.integer({ min: 0, max: 24 * HOUR_MS });
  const maybe = fc.option(instant, { nil: null });
  fc.assert(
    fc.property(instant, maybe, maybe, instant, (taken, due, offlineSince, shiftEndedAt) => {
      const event: OwnEvent = { takenAt: taken, dueBy: due, owner: { ...there, offlineSince } };
      const before = returnsToQueue(event)?.at ?? Infinity;
      const after = returnsToQueue({ ...event, owner: { ...event.owner, shiftEndedAt } });
      expect(before).toBeGreaterThanOrEqual(taken);
      expect(after?.at).toBeLessThanOrEqual(before);
      expect(after?.at).toBeGreaterThanOrEqual(taken);
    }),
  );
});
