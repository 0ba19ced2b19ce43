import { expect, test } from 'vitest';
import { wavOf } from './recording-file.ts';

test('a recording becomes a WAV of one channel: the mean of both, what is too loud cut', () => {
  const bytes = wavOf([Float32Array.of(1, 0.5, 3), Float32Array.of(0, 0.5, 3)], 24_000);
  const view = new DataView(bytes.buffer);
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 16))).toMatch(/^RIFF....WAVEfmt $/s);
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([1, 24_000, 6]);
  expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([16_384, 16_384, 32_767]);
});
