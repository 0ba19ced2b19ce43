import { FRAME_SAMPLES } from './g711.ts';

/** Gives the next 20 ms of sound: 160 samples of 16 bits at 8 kHz. */
export type AudioSource = () => Int16Array;

const RATE = 8000;
const samplesOf = (ms: number): number => Math.round((ms * RATE) / 1000);

/** First three formants, in Hz, of the six Russian vowels. */
const vowels = [
  [730, 1200, 2500], // а
  [500, 880, 2450], // о
  [310, 650, 2400], // у
  [480, 1750, 2500], // э
  [290, 2150, 2850], // и
  [330, 1500, 2350], // ы
] as const;

/** A small seeded generator (mulberry32): the same seed speaks the same way. Returns numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A two-pole resonator: one formant of the mouth. */
function resonator(frequency: number, bandwidth: number): (input: number) => number {
  const radius = Math.exp((-Math.PI * bandwidth) / RATE);
  const a1 = 2 * radius * Math.cos((2 * Math.PI * frequency) / RATE);
  const a2 = -radius * radius;
  const gain = 1 - a1 - a2;
  let y1 = 0;
  let y2 = 0;
  return (input) => {
    const y = gain * input + a1 * y1 + a2 * y2;
    y2 = y1;
    y1 = y;
    return y;
  };
}

/** Scales to a peak, with soft edges so that nothing clicks. */
function shaped(sound: number[], peak: number, edgeMs: number): number[] {
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const edge = Math.min(samplesOf(edgeMs), sound.length >> 1);
  return sound.map((value, i) => (value / loudest) * peak * Math.min(1, (i + 1) / edge, (sound.length - i) / edge));
}

/**
 * Sound like somebody talking, made of formants: syllables in phrases with a falling pitch, short pauses inside a thought and
 * longer ones where a person waits for an answer. No words; enough to hear that the line is alive, who is higher and who is lower.
 * @param seed the voice and what it "says"; the same seed gives the same samples
 */
export function createSpeech(seed: number): AudioSource {
  const random = seededRandom(seed);
  const between = (low: number, high: number): number => low + random() * (high - low);
  const basePitch = random() < 0.5 ? between(95, 135) : between(170, 225);
  const mouth = basePitch > 150 ? 1.12 : 1;

  const silence = (ms: number): number[] => Array.from({ length: samplesOf(ms) }, () => between(-6, 6));

  function consonant(): number[] {
    const kind = random();
    if (kind < 0.35) return silence(between(25, 55)); // a stop: the mouth is closed
    const colour = kind < 0.7 ? resonator(between(1800, 3300), 700) : resonator(260, 90);
    const noise = Array.from({ length: samplesOf(between(35, 80)) }, () => colour(between(-1, 1)));
    return shaped(noise, kind < 0.7 ? 900 : 2200, 10);
  }

  function vowel(pitch: number, stress: number): number[] {
    const formants = vowels[Math.floor(random() * vowels.length)] ?? vowels[0];
    const tract = formants.map((frequency, i) => resonator(frequency * mouth, 70 + 35 * i));
    let phase = 0;
    const sound = Array.from({ length: samplesOf(between(70, 120) + 50 * stress) }, (_, i) => {
      phase += (pitch * (1 + 0.02 * Math.sin(i / 190))) / RATE;
      const pulse = phase >= 1 ? 1 : -0.02;
      phase %= 1;
      return tract.reduce((air, formant) => formant(air), pulse);
    });
    return shaped(sound, 5200 + 4200 * stress, 14);
  }

  function phrase(): number[] {
    const syllables = Math.round(between(4, 12));
    const rising = random() < 0.3; // a question
    const spoken = Array.from({ length: syllables }, (_, i) => {
      const place = i / syllables;
      const melody = rising && place > 0.75 ? 1.25 : 1.12 - 0.25 * place;
      return [...consonant(), ...vowel(basePitch * melody * between(0.96, 1.04), random() < 0.3 ? 1 : 0)];
    }).flat();
    return [...spoken, ...silence(random() < 0.35 ? between(1500, 3500) : between(250, 800))];
  }

  let pending = silence(400);
  let position = 0;
  return () => {
    while (pending.length - position < FRAME_SAMPLES) {
      pending = [...pending.slice(position), ...phrase()];
      position = 0;
    }
    const frame = Int16Array.from(pending.slice(position, position + FRAME_SAMPLES));
    position += FRAME_SAMPLES;
    return frame;
  };
}
