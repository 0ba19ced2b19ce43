import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumLaunch } from '../provision/chromium-launch.ts';
import { ROOT } from '../provision/lab.ts';

const RATE = 48_000;
const LENGTH_S = 20;
const SYLLABLE_S = 0.18;

/**
 * A voice for Chromium's fake microphones, made once: syllables without a pause, each of its own pitch and vowel, so that noise suppression
 * takes it for speech and a gap in what was recorded is a gap of ours.
 * @returns launch options of a browser whose every microphone hears it
 */
export function launchWithVoice(): ReturnType<typeof chromiumLaunch> {
  const launch = chromiumLaunch();
  return { ...launch, args: [...launch.args, `--use-file-for-fake-audio-capture=${voiceFile()}`] };
}

function voiceFile(): string {
  const folder = join(ROOT, 'test/out');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'voice.wav');
  writeFileSync(file, wav(babble()));
  return file;
}

function babble(): Int16Array {
  const samples = new Int16Array(RATE * LENGTH_S);
  const perSyllable = Math.round(RATE * SYLLABLE_S);
  let phase = 0;
  for (let i = 0; i < samples.length; i += 1) {
    const syllable = Math.floor(i / perSyllable);
    const within = (i % perSyllable) / perSyllable;
    const pitch = 110 + ((syllable * 37) % 90) + 25 * within;
    const vowel = 500 + ((syllable * 271) % 1_400);
    phase += pitch / RATE;
    let value = 0;
    for (let harmonic = 1; harmonic * pitch < 3_400; harmonic += 1) {
      const away = (harmonic * pitch - vowel) / 350;
      value += Math.sin(2 * Math.PI * phase * harmonic) * (0.15 / harmonic + Math.exp(-away * away));
    }
    samples[i] = Math.max(-32_000, Math.min(32_000, value * 5_000 * (0.55 + 0.45 * Math.sin(Math.PI * within))));
  }
  return samples;
}

function wav(samples: Int16Array): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
