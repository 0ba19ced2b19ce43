import { RECORDING_RATE, recordingLengthProblem, type RecordingProblem } from '../../../shared/contract/recordings.ts';

/** A file that may sound for ten seconds is far smaller, whatever its format; a larger one is not even read. */
const LARGEST_FILE_BYTES = 20_000_000;

export type RecordingFile = { ok: true; name: string; data: string } | { ok: false; problem: RecordingProblem };

/**
 * Makes a recording of a sound file of any format this browser can play: its very decoder checks it, and what is kept is a plain WAV of one
 * channel, base64.
 */
export async function readRecording(file: File): Promise<RecordingFile> {
  if (file.size > LARGEST_FILE_BYTES) return { ok: false, problem: 'recording-too-long' };
  const decoder = new OfflineAudioContext(1, 1, RECORDING_RATE);
  const sound = await decoder.decodeAudioData(await file.arrayBuffer()).catch(() => null);
  if (sound === null) return { ok: false, problem: 'recording-format' };
  const problem = recordingLengthProblem(sound.duration * 1_000);
  if (problem !== null) return { ok: false, problem };
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
  return { ok: true, name: file.name.slice(0, 200), data: base64(wavOf(channels, RECORDING_RATE)) };
}

/** What a recording sounds like, of its base64; null: it cannot be decoded. */
export function decodeRecording(data: string): Promise<AudioBuffer | null> {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer).catch(() => null);
}

/** A WAV of one channel of 16 bits: the channels' mean, -1…1, what is louder cut. */
export function wavOf(channels: readonly Float32Array[], rate: number): Uint8Array {
  const length = channels[0]?.length ?? 0;
  const bytes = new Uint8Array(44 + length * 2);
  const view = new DataView(bytes.buffer);
  const name = (at: number, text: string) => [...text].forEach((one, i) => (bytes[at + i] = one.charCodeAt(0)));
  name(0, 'RIFF');
  view.setUint32(4, 36 + length * 2, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, length * 2, true);
  for (let i = 0; i < length; i += 1) {
    const mean = channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length;
    view.setInt16(44 + i * 2, Math.round(Math.max(-1, Math.min(1, mean)) * 32_767), true);
  }
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // A call with all bytes at once would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
