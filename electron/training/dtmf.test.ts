import { expect, test } from 'vitest';
import { createDtmfReader } from './dtmf.ts';

const press = (event: number, end = false): Uint8Array => Uint8Array.from([event, end ? 0x8a : 0x0a, 0, 160]);

test('a press is told once, however many packets it has', () => {
  const read = createDtmfReader();
  const packets = [press(5), press(5), press(5, true), press(5, true), press(5, true)];
  expect(packets.map((packet) => read(packet, 1000))).toEqual(['5', null, null, null, null]);
});

test('the same key pressed again is another press', () => {
  const read = createDtmfReader();
  expect([read(press(1), 1000), read(press(1), 2600)]).toEqual(['1', '1']);
});

test('star, hash and letters; unknown events and short packets are nothing', () => {
  const read = createDtmfReader();
  expect([10, 11, 12, 16].map((event, i) => read(press(event), i))).toEqual(['*', '#', 'A', null]);
  expect(read(Uint8Array.from([1]), 99)).toBeNull();
});
