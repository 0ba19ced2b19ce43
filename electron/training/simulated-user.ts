import type { Call } from './call.ts';
import type { Destination } from './dial-plan.ts';
import { FRAME_SAMPLES } from './g711.ts';
import { createSpeech, type AudioSource } from './speech.ts';
import { comparable } from './dial-plan.ts';

/** Somebody who calls and can be called. */
export interface TrainingUser {
  name: string;
  /** E.164: `+79161234567`. */
  number: string;
  organisation: string;
  registrationNumber: string;
}

/** A span to draw a duration from, in ms. */
export interface Span {
  minMs: number;
  maxMs: number;
}

/** How simulated people behave. */
export interface Manners {
  /** A caller hangs up unanswered after this. */
  patience: Span;
  /** A called person answers after this much ringing. */
  pickUp: Span;
  /** A number where nobody answers rings this long. */
  ringsOut: Span;
  /** Length of a conversation before the user says goodbye; about half go on past a 15-minute limit. */
  talk: Span;
}

export const defaultManners: Manners = {
  patience: { minMs: 25_000, maxMs: 40_000 },
  pickUp: { minMs: 1_000, maxMs: 3_000 },
  ringsOut: { minMs: 45_000, maxMs: 45_000 },
  talk: { minMs: 4 * 60_000, maxMs: 26 * 60_000 },
};

/** Draws a duration from a span. `random` gives [0, 1). */
export function draw(span: Span, random: () => number): number {
  return Math.round(span.minMs + random() * (span.maxMs - span.minMs));
}

/** A voice for a number: the same caller always sounds the same. */
export function voiceOf(number: string): AudioSource {
  const seed = [...comparable(number)].reduce((hash, digit) => Math.imul(hash, 31) + Number(digit), 17);
  return createSpeech(seed);
}

const ECHO_FRAMES = 25;

/** The echo service: says what it heard, half a second of it at most in the pipe. */
export function createEcho(): { hear: (samples: Int16Array) => void; voice: AudioSource } {
  const heard: Int16Array[] = [];
  return {
    hear(samples) {
      heard.push(samples);
      if (heard.length > ECHO_FRAMES) heard.shift();
    },
    voice: () => heard.shift() ?? new Int16Array(FRAME_SAMPLES),
  };
}

/** A caller: waits, gives up, and after the answer talks until it is enough. */
export function actAsCaller(call: Call, manners: Manners, random: () => number, talkMs: number): void {
  call.after(draw(manners.patience, random), () => {
    if (!call.answered) call.hangUp({ by: 'user', cause: 'gave-up' });
  });
  call.onAnswered(() => call.after(talkMs, () => call.hangUp({ by: 'user', cause: 'hung-up' })));
}

/** Somebody the console dialled; `ring` sends 180, `accept` picks up. */
export function actAsCalled(
  call: Call,
  destination: Destination,
  manners: Manners,
  random: () => number,
  line: { ring(): void; accept(): void },
): void {
  if (destination === 'busy') return call.hangUp({ by: 'user', cause: 'refused' }, 486);
  if (destination === 'unknown') return call.hangUp({ by: 'exchange', cause: 'refused' }, 404);
  if (destination === 'echo') return line.accept();
  line.ring();
  if (destination === 'no-answer') {
    return call.after(draw(manners.ringsOut, random), () => call.hangUp({ by: 'user', cause: 'no-answer' }, 480));
  }
  call.after(draw(manners.pickUp, random), line.accept);
  call.onAnswered(() => call.after(draw(manners.talk, random), () => call.hangUp({ by: 'user', cause: 'hung-up' })));
}
