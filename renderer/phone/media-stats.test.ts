import { expect, test } from 'vitest';
import { callMediaOf } from './media-stats.ts';

test('counters, codec and times of a call', () => {
  expect(
    callMediaOf(
      new Map<string, unknown>([
        ['c', { id: 'c', type: 'codec', mimeType: 'audio/opus' }],
        ['o', { id: 'o', type: 'outbound-rtp', kind: 'audio', codecId: 'c', packetsSent: 100 }],
        [
          'i',
          {
            id: 'i',
            type: 'inbound-rtp',
            kind: 'audio',
            codecId: 'c',
            packetsReceived: 90,
            packetsLost: -1,
            jitter: 0.0123,
          },
        ],
        ['r', { id: 'r', type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.02 }],
        ['x', 'no stat at all'],
      ]),
    ),
  ).toEqual({
    codec: 'opus',
    packetsSent: 100,
    packetsReceived: 90,
    packetsLost: -1,
    jitterMs: 12.3,
    roundTripMs: 20,
    quality: null,
  });
});

test('a call without media has none', () => {
  expect(callMediaOf(new Map([['t', { id: 't', type: 'transport' }]]))).toBeNull();
});
