import { expect, test } from 'vitest';
import { decodeG711, encodeG711, type G711 } from './g711.ts';

const codecs: G711[] = ['PCMA', 'PCMU'];

test.each(codecs)('%s keeps every sample within its step', (codec) => {
  const samples = Int16Array.from({ length: 4001 }, (_, i) => (i - 2000) * 16);
  const back = decodeG711(codec, encodeG711(codec, samples));
  for (const [i, sample] of samples.entries()) {
    expect(Math.abs((back[i] ?? 0) - sample)).toBeLessThanOrEqual(16 + Math.abs(sample) / 16);
  }
});

test.each(codecs)('%s is stable: what was decoded encodes to the same octet', (codec) => {
  const octets = Uint8Array.from({ length: 256 }, (_, i) => i);
  const again = encodeG711(codec, decodeG711(codec, octets));
  // µ-law has two zeros; the negative one comes back as the positive.
  expect([...again].filter((octet, i) => octet !== i)).toEqual(codec === 'PCMU' ? [255] : []);
});

test('known points of the tables', () => {
  expect([...encodeG711('PCMA', Int16Array.from([0, -1, 32767, -32768]))]).toEqual([0xd5, 0x55, 0xaa, 0x2a]);
  expect([...encodeG711('PCMU', Int16Array.from([0, 32767, -32768]))]).toEqual([0xff, 0x80, 0x00]);
});
