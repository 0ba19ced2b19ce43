import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLOSED_WITHIN_MS, closePeer } from './peer-close.ts';

/** A connection as far as its end goes. */
class FakePeer extends EventTarget {
  localDescription: RTCSessionDescription | null = null;
  iceGatheringState: RTCIceGatheringState = 'new';
  stopped = 0;
  closed = 0;
  getTransceivers = () => [{ stop: () => void (this.stopped += 1) }];
  close = () => void (this.closed += 1);

  becomes(state: RTCIceGatheringState): void {
    this.iceGatheringState = state;
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }
}

const gathering = (): FakePeer => {
  const peer = new FakePeer();
  peer.localDescription = { type: 'answer', sdp: '', toJSON: () => ({ type: 'answer' }) };
  peer.iceGatheringState = 'gathering';
  return peer;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a connection that has its candidates, or never asked for any, is closed at once', () => {
  const complete = gathering();
  complete.iceGatheringState = 'complete';
  for (const peer of [complete, new FakePeer()]) {
    closePeer(peer);
    expect(peer.closed).toBe(1);
  }
});

test('one that gathers them sends nothing any more, and is closed when it has them', () => {
  const peer = gathering();
  closePeer(peer);
  expect([peer.stopped, peer.closed]).toEqual([1, 0]);
  peer.becomes('gathering');
  expect(peer.closed).toBe(0);
  peer.becomes('complete');
  expect(peer.closed).toBe(1);
  vi.advanceTimersByTime(CLOSED_WITHIN_MS);
  expect([peer.closed, vi.getTimerCount()]).toEqual([1, 0]);
});

test('candidates that never come do not keep it', () => {
  const peer = gathering();
  closePeer(peer);
  vi.advanceTimersByTime(CLOSED_WITHIN_MS);
  expect(peer.closed).toBe(1);
  peer.becomes('complete');
  expect(peer.closed).toBe(1);
});
