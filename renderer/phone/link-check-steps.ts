import type { CheckedStep, CheckStep } from '../../shared/contract/link-check.ts';
import { checkStep } from '../../shared/contract/link-check.ts';
import type { Registration } from '../../shared/contract/phone.ts';
import type { MicrophoneState } from './devices.ts';

/** What an echo call has shown so far. */
export type Observed = {
  /** Loudest moment of the microphone: root mean square and sample, 0–1. */
  voice: { loudness: number; peak: number };
  packetsSent: number;
  packetsReceived: number;
  /** Loudest moment of what came back, root mean square. */
  heard: number;
  roundTripMs: number | null;
  lossPercent: number | null;
};

export const NOTHING_OBSERVED: Observed = {
  voice: { loudness: 0, peak: 0 },
  packetsSent: 0,
  packetsReceived: 0,
  heard: 0,
  roundTripMs: null,
  lossPercent: null,
};

const SPEECH = 0.008;
const HUM = 0.0003;
/** Beyond these people notice (ITU-T G.114: 150 ms one way; G.107: loss that is heard). */
const LONG_WAY_MS = 300;
const HEARD_LOSS = 2;
/** Refusals that only a server can have given: the way to it is there. */
const ANSWERED: ReadonlySet<string | null> = new Set(['wrong-password', 'forbidden', 'server-refused']);

const step = (
  name: CheckStep,
  result: CheckedStep['result'],
  reason: string | null = null,
  value: number | null = null,
) => ({
  step: name,
  result,
  reason,
  value,
});

/** All steps, none begun. */
export const waitingSteps = (): CheckedStep[] => checkStep.options.map((name) => step(name, 'waiting'));

/** What is known before any call: signalling, registration, and whether there is a microphone to speak into. */
export function beforeCall({ status, failure, sipCode }: Registration, microphone: MicrophoneState): CheckedStep[] {
  const registered = status === 'registered';
  const reached = registered || ANSWERED.has(failure);
  const voiceless = microphone === 'denied' || microphone === 'absent';
  return [
    step('signalling', reached ? 'ok' : 'failed', reached ? null : (failure ?? 'connecting')),
    step('registration', registered ? 'ok' : reached ? 'failed' : 'skipped', registered ? null : failure, sipCode),
    ...(voiceless ? [step('microphone', 'failed', microphone)] : []),
  ];
}

/** What the echo call says; while it runs, only what is good already. */
export function duringCall(observed: Observed, over: boolean): CheckedStep[] {
  const { voice, packetsSent, packetsReceived, heard, roundTripMs, lossPercent } = observed;
  const judge = (name: CheckStep, good: boolean, reason: string, bad: 'warn' | 'failed' = 'failed') =>
    good ? step(name, 'ok') : over ? step(name, bad, reason) : step(name, 'running');
  const measured = (name: CheckStep, value: number | null, most: number) =>
    value === null
      ? step(name, over ? 'warn' : 'running', over ? 'unknown' : null)
      : step(name, value < most ? 'ok' : 'warn', value < most ? null : 'high', Math.round(value));
  return [
    voice.peak === 0
      ? judge('microphone', false, 'silent')
      : judge('microphone', voice.loudness >= SPEECH, 'quiet', 'warn'),
    judge('sound-out', packetsSent > 0, 'nothing-sent'),
    judge('sound-back', packetsReceived > 0 && heard > HUM, packetsReceived > 0 ? 'silence' : 'nothing-came'),
    measured('round-trip', roundTripMs, LONG_WAY_MS),
    measured('loss', lossPercent, HEARD_LOSS),
  ];
}

/** Puts what is known into its places. */
export function withKnown(steps: readonly CheckedStep[], known: readonly CheckedStep[]): CheckedStep[] {
  return steps.map((one) => known.find(({ step: name }) => name === one.step) ?? one);
}

/** No more will come: what was not decided is skipped. */
export function closed(steps: readonly CheckedStep[]): CheckedStep[] {
  return steps.map((one) =>
    one.result === 'waiting' || one.result === 'running' ? { ...one, result: 'skipped' as const } : one,
  );
}
