import { readFile } from 'node:fs/promises';

/** Sampling rate of the exchange's recordings, Hz. */
const RATE = 8_000;

/** Length of the pieces a recording is judged by, ms. */
const PIECE_MS = 20;

/** A stretch of a recording, in ms from its beginning. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** The samples of a recording (WAV, 8 kHz, 16 bit, mono). Throws when the file is not one. */
export async function readRecording(file: string): Promise<Int16Array> {
  const bytes = await readFile(file);
  const data = bytes.indexOf('data', 12, 'latin1');
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || data < 0) throw new Error(`${file} is no WAV`);
  const start = data + 8;
  const samples = new Int16Array(Math.floor((bytes.length - start) / 2));
  for (let i = 0; i < samples.length; i += 1) samples[i] = bytes.readInt16LE(start + i * 2);
  return samples;
}

/**
 * Where a tone of `hz` is heard: the stretches in which it carries more than half of the sound's energy.
 * Gaps of one piece (20 ms: a lost packet) do not break a stretch.
 */
export function toneSpans(samples: Int16Array, hz: number): Span[] {
  const size = (RATE * PIECE_MS) / 1_000;
  const spans: Span[] = [];
  for (let start = 0; start + size <= samples.length; start += size) {
    if (!isTone(samples.subarray(start, start + size), hz)) continue;
    const fromMs = (start * 1_000) / RATE;
    const last = spans.at(-1);
    if (last !== undefined && fromMs - last.toMs <= PIECE_MS) last.toMs = fromMs + PIECE_MS;
    else spans.push({ fromMs, toMs: fromMs + PIECE_MS });
  }
  return spans;
}

/** Goertzel's filter: the energy at `hz` against the whole energy of the piece; whispers do not count. */
function isTone(piece: Int16Array, hz: number): boolean {
  const factor = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let energy = 0;
  let before = 0;
  let last = 0;
  for (const sample of piece) {
    energy += sample * sample;
    [before, last] = [last, sample + factor * last - before];
  }
  const loudEnough = energy / piece.length > 100 * 100;
  const atHz = (before * before + last * last - factor * before * last) / (piece.length / 2);
  return loudEnough && atHz > energy / 2;
}

/** A WAV of one tone, 48 kHz, 16 bit, mono: what a line might have recorded. */
export function recordedTone(hz: number, lengthMs: number): Buffer {
  const rate = 48_000;
  const count = (rate * lengthMs) / 1_000;
  const bytes = Buffer.alloc(44 + count * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + count * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(count * 2, 40);
  for (let i = 0; i < count; i += 1) {
    bytes.writeInt16LE(Math.round(10_000 * Math.sin((2 * Math.PI * hz * i) / rate)), 44 + i * 2);
  }
  return bytes;
}
