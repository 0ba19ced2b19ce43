import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { provisioning } from '../../shared/contract/settings.ts';
import { readRecordingFormat } from './recording-format.ts';
import { openRecordings, type KeptRecordings } from './recordings.ts';

/** A WAV of one channel of 8,000 samples of 16 bits. */
function wav(lengthMs: number, { format = 1, size = lengthMs * 16 } = {}): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(format, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(16_000, 28);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, Buffer.alloc(lengthMs * 16)]);
}

/** The first and the last page of an Ogg. */
function ogg(head: Buffer, position: number): Buffer {
  const page = (granule: number) => {
    const bytes = Buffer.alloc(27);
    bytes.write('OggS', 0, 'latin1');
    bytes.writeBigInt64LE(BigInt(granule), 6);
    return bytes;
  };
  return Buffer.concat([page(0), head, page(position)]);
}
const opusHead = Buffer.concat([Buffer.from('OpusHead\x01\x01', 'latin1'), Buffer.from([0x38, 0x01]), Buffer.alloc(8)]);
const vorbisHead = Buffer.concat([Buffer.from('\x01vorbis\0\0\0\0\x01', 'latin1'), Buffer.from([0x44, 0xac, 0, 0])]);

/** Frames of 128 kbit/s at 44,100 samples: 417 bytes, 26.1 ms each; before them a tag as programs write it. */
const mp3 = (frames: number) => {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000);
  return Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0\x0a', 'latin1'),
    Buffer.alloc(10),
    ...Array.from({ length: frames }, () => frame),
  ]);
};

test.each([
  ['WAV', wav(1_500), 1_500],
  ['WAV of a recorder that was interrupted', wav(1_500, { size: 0xffffffff }), 1_500],
  ['Ogg with Opus', ogg(opusHead, 48_000 * 2 + 312), 2_000],
  ['Ogg with Vorbis', ogg(vorbisHead, 44_100 * 3), 3_000],
  ['MP3', mp3(100), 2_612],
])('%s is read by what stands in it', (_name, bytes, lengthMs) => {
  expect(readRecordingFormat(bytes)).toEqual({ ok: true, lengthMs });
});

test.each([
  ['an empty file', Buffer.alloc(0), 'recording-format'],
  ['a text', Buffer.from('OggS and RIFF are only words here'), 'recording-format'],
  ['a WAV of another coding', wav(1_000, { format: 0x55 }), 'recording-format'],
  ['a WAV without a length', Buffer.from(wav(1_000).fill(0, 28, 32)), 'recording-format'],
  ['0.1 s', wav(100), 'recording-too-short'],
  ['10.1 s', wav(10_100), 'recording-too-long'],
])('%s: %s', (_name, bytes, problem) => {
  expect(readRecordingFormat(bytes)).toEqual({ ok: false, problem });
});

test('no file is too strange to be refused', () => {
  const start = fc.constantFrom('RIFF0000WAVEfmt ', 'RIFF0000WAVEdata', 'OggS', 'ID3', '\u00ff\u00fb', '');
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      const read = readRecordingFormat(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      if (read.ok) expect(read.lengthMs).toBeGreaterThanOrEqual(200);
      else expect(read.problem).toMatch(/^recording-/);
    }),
  );
});

const newFolder = () => mkdtempSync(join(tmpdir(), 'line15-recordings-'));
function opened(...given: Parameters<typeof openRecordings>): KeptRecordings {
  const result = openRecordings(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.recordings;
}

test('a recording is kept over a restart, and the tone is back when it is taken away', () => {
  const folder = newFolder();
  const data = wav(1_200).toString('base64');
  const first = opened(folder, null);
  expect(first.data('farewell')).toBeNull();
  expect(first.save('farewell', { name: 'farewell.wav', data })).toEqual({ ok: true, value: null });
  expect(first.save('ring', { name: 'x', data: 'bm90aGluZw==' })).toMatchObject({
    error: { code: 'recording-format' },
  });

  const second = opened(folder, null);
  expect(second.about().farewell).toMatchObject({ name: 'farewell.wav', lengthMs: 1_200 });
  expect(second.data('farewell')).toBe(data);
  expect(second.save('farewell', null).ok).toBe(true);
  expect(opened(folder, null).about().farewell).toBeNull();
  expect(readdirSync(join(folder, 'recordings'))).toEqual(['index.json']);
});

test('an administrator’s files: checked, copied, kept while the share is away, and nobody else’s to change', () => {
  const [folder, share] = [newFolder(), newFolder()];
  const file = join(share, 'config.json');
  const settings = provisioning.parse({ recordings: { notice: 'notice.wav' } });
  writeFileSync(join(share, 'notice.wav'), wav(900));
  const kept = opened(folder, { file, settings });
  expect(kept.about().notice).toMatchObject({ name: 'notice.wav', lengthMs: 900 });
  const data = wav(300).toString('base64');
  expect(kept.save('notice', { name: 'own.wav', data })).toMatchObject({ ok: false, error: { code: 'locked' } });
  expect(kept.save('ring', { name: 'own.wav', data }).ok).toBe(true);

  rmSync(join(share, 'notice.wav'));
  expect(opened(folder, { file, settings }).data('notice')).toBe(wav(900).toString('base64'));
  expect(readFileSync(join(folder, 'recordings/notice'))).toEqual(wav(900));
  // Named no more: the tone.
  expect(opened(folder, { file, settings: provisioning.parse({}) }).about()).toMatchObject({
    notice: null,
    ring: { name: 'own.wav' },
  });
});

test('a file that is no recording is named with its path, and the console does not start half-configured', () => {
  const share = newFolder();
  writeFileSync(join(share, 'notice.mp3'), 'words');
  const settings = provisioning.parse({ recordings: { notice: 'notice.mp3', farewell: 'nowhere.wav' } });
  expect(openRecordings(newFolder(), { file: join(share, 'config.json'), settings })).toMatchObject({
    ok: false,
    mistakes: [
      { path: 'recordings.notice', code: 'recording-format' },
      { path: 'recordings.farewell', code: 'unreadable', details: { reason: 'ENOENT' } },
    ],
  });
});
