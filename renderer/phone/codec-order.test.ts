import { expect, test } from 'vitest';
import { offeredCodecs } from './codec-order.ts';

const named = (...names: string[]) => names.map((name) => ({ mimeType: `audio/${name}` }));

test('opus, then G.711 by A-law and µ-law, then tones; nothing else', () => {
  const able = named('red', 'G722', 'PCMU', 'telephone-event', 'opus', 'CN', 'PCMA', 'telephone-event');
  expect(offeredCodecs(able)).toEqual(named('opus', 'PCMA', 'PCMU', 'telephone-event', 'telephone-event'));
});

test('what a browser cannot do is not offered', () => {
  expect(offeredCodecs(named('opus'))).toEqual(named('opus'));
  expect(offeredCodecs([])).toEqual([]);
});
