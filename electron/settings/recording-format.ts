import { recordingLengthProblem, type RecordingProblem } from '../../shared/contract/recordings.ts';

export type RecordingRead = { ok: true; lengthMs: number } | { ok: false; problem: RecordingProblem };

/**
 * Whether a file may sound instead of a tone: WAV (PCM), Ogg (Opus, Vorbis) or MP3 by what stands in it, not by its name, and neither too
 * short nor too long. Whether every sample of it can be decoded only its player knows.
 */
export function readRecordingFormat(bytes: Buffer): RecordingRead {
  const lengthMs = wavLength(bytes) ?? oggLength(bytes) ?? mp3Length(bytes);
  if (lengthMs === null || !Number.isFinite(lengthMs)) return { ok: false, problem: 'recording-format' };
  const problem = recordingLengthProblem(lengthMs);
  return problem === null ? { ok: true, lengthMs: Math.round(lengthMs) } : { ok: false, problem };
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** Ms of a WAV with plain samples; null: it is none. */
function wavLength(bytes: Buffer): number | null {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 24 <= bytes.length) {
      const format = bytes.readUInt16LE(at + 8);
      if (format !== PCM && format !== FLOAT && format !== EXTENSIBLE) return null;
      bytesPerSecond = bytes.readUInt32LE(at + 16);
    }
    // A recorder that was interrupted leaves a size that is more than there is.
    if (name === 'data') return (Math.min(size, bytes.length - at - 8) / bytesPerSecond) * 1_000;
    at += 8 + size + (size % 2);
  }
  return null;
}

/** Opus counts in 48,000ths whatever it was made from (RFC 7845); its first samples are not heard. */
const OPUS_RATE = 48_000;

/** Ms of an Ogg with Opus or Vorbis, by the position its last page names; null: it is none. */
function oggLength(bytes: Buffer): number | null {
  if (bytes.toString('latin1', 0, 4) !== 'OggS') return null;
  const opus = bytes.indexOf('OpusHead', 0, 'latin1');
  const vorbis = bytes.indexOf('\u0001vorbis', 0, 'latin1');
  const last = bytes.lastIndexOf('OggS', undefined, 'latin1');
  if (last + 14 > bytes.length) return null;
  const position = Number(bytes.readBigInt64LE(last + 6));
  if (opus >= 0 && opus + 12 <= bytes.length) return ((position - bytes.readUInt16LE(opus + 10)) / OPUS_RATE) * 1_000;
  if (vorbis >= 0 && vorbis + 16 <= bytes.length) return (position / bytes.readUInt32LE(vorbis + 12)) * 1_000;
  return null;
}

/** kbit/s of layer III by the header's four bits (ISO 11172-3, 13818-3). */
const KBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES = [44_100, 48_000, 32_000] as const;
/** Two frames might stand in anything by chance. */
const FEWEST_FRAMES = 4;

/** Ms of an MP3, frame by frame; null: it is none. */
function mp3Length(bytes: Buffer): number | null {
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length > 10) {
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((bytes[place] ?? 0) & 0x7f), 0);
    at = 10 + size;
  }
  let lengthMs = 0;
  let frames = 0;
  for (let frame = mp3Frame(bytes, at); frame !== null; frame = mp3Frame(bytes, at)) {
    lengthMs += frame.lengthMs;
    frames += 1;
    at += frame.bytes;
  }
  return frames < FEWEST_FRAMES ? null : lengthMs;
}

function mp3Frame(bytes: Buffer, at: number): { bytes: number; lengthMs: number } | null {
  if (at + 4 > bytes.length) return null;
  const header = bytes.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff) return null;
  const version = (header >>> 19) & 3;
  const isLayerThree = ((header >>> 17) & 3) === 1;
  if (version === 1 || !isLayerThree) return null;
  const isFirst = version === 3;
  const kbits = KBITS[isFirst ? 1 : 2][(header >>> 12) & 15];
  const fullRate = RATES[(header >>> 10) & 3];
  if (!kbits || fullRate === undefined) return null;
  const rate = isFirst ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4;
  const samples = isFirst ? 1_152 : 576;
  const padding = (header >>> 9) & 1;
  return {
    bytes: Math.floor(((samples / 8) * kbits * 1_000) / rate) + padding,
    lengthMs: (samples / rate) * 1_000,
  };
}
