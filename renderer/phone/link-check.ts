import type { CheckedStep, LinkCheck } from '../../shared/contract/link-check.ts';
import type { Registration } from '../../shared/contract/phone.ts';
import type { MicrophoneState } from './devices.ts';
import { beforeCall, closed, duringCall, NOTHING_OBSERVED, waitingSteps, withKnown } from './link-check-steps.ts';
import { callMediaOf } from './media-stats.ts';
import type { CallEnd, SipCall, SipStack } from './sip-stack.ts';
import { soundCountersOf, stretchBetween, type SoundCounters } from './sound-counters.ts';
import type { CallSound } from './sound.ts';

/** One speaks and hears oneself for so long. */
const TALK_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 500;

export type LinkCheckOptions = {
  now(): number;
  registration(): Registration;
  microphone(): MicrophoneState;
  /** The echo to call by; null while nothing is configured. */
  target(): { stack: SipStack; number: string } | null;
  openCall(): CallSound;
  /** Told whole at each change. */
  report(check: LinkCheck): void;
};

export interface LinkChecker {
  start(): void;
  /** Does nothing where no check runs. */
  stop(state: 'stopped' | 'interrupted'): void;
}

/** «Проверить связь»: calls the PBX's echo past the desk, so that it is no consultation and stands in no journal. One at a time. */
export function createLinkCheck(options: LinkCheckOptions): LinkChecker {
  let running: { stop(state: LinkCheck['state']): void } | null = null;

  function run(): void {
    let steps = withKnown(waitingSteps(), beforeCall(options.registration(), options.microphone()));
    let told = '';
    let over = false;
    const tell = (state: LinkCheck['state'], known: readonly CheckedStep[]) => {
      steps = withKnown(steps, known);
      if (state !== 'running') steps = closed(steps);
      const check = { state, steps };
      const text = JSON.stringify(check);
      if (text !== told) options.report(check);
      told = text;
    };
    const target = options.target();
    if (target === null || steps.some(({ result }) => result === 'failed')) return tell('done', []);

    const sound = options.openCall();
    let call: SipCall | null = null;
    let observed = NOTHING_OBSERVED;
    let before: SoundCounters | null = null;
    let lost = { packets: 0, percent: 0 };
    let looking: ReturnType<typeof setInterval> | undefined;

    const finish = (state: LinkCheck['state'], known: readonly CheckedStep[]) => {
      if (over) return;
      over = true;
      clearTimeout(limit);
      clearInterval(looking);
      running = null;
      call?.hangUp('consultant');
      sound.close();
      tell(state, known);
    };

    async function look(): Promise<void> {
      const { loudness, peak } = sound.microphone();
      const stats = await call?.stats().catch(() => null);
      if (over || !stats) return;
      const counters = soundCountersOf(stats);
      const stretch = before && counters ? stretchBetween(before, counters) : null;
      before = counters ?? before;
      const media = callMediaOf(stats);
      const packets = stretch?.packets ?? 0;
      if (stretch?.quality) {
        const worst = Math.max(stretch.quality.lossPercent, stretch.quality.sentLossPercent ?? 0);
        lost = { packets: lost.packets + packets, percent: lost.percent + worst * packets };
      }
      observed = {
        voice: {
          loudness: Math.max(observed.voice.loudness, loudness),
          peak: Math.max(observed.voice.peak, peak),
        },
        packetsSent: media?.packetsSent ?? 0,
        packetsReceived: media?.packetsReceived ?? 0,
        heard: Math.max(observed.heard, stretch?.loudness ?? 0),
        roundTripMs: counters?.roundTripMs ?? observed.roundTripMs,
        lossPercent: lost.packets === 0 ? null : lost.percent / lost.packets,
      };
      tell('running', duringCall(observed, false));
    }

    const failed = (reason: string, value: number | null = null): CheckedStep[] => [
      { step: 'call', result: 'failed', reason, value },
    ];
    let limit = setTimeout(() => finish('done', failed('no-answer')), ANSWER_WITHIN_MS);
    running = { stop: (state) => finish(state, []) };
    tell('running', [{ step: 'call', result: 'running', reason: null, value: null }]);
    void sound.openMicrophone(false).then((opened) => {
      if (opened.ok) return;
      finish('done', [{ step: 'microphone', result: 'failed', reason: opened.problem, value: null }]);
    });
    call = target.stack.dial(target.number, sound, {
      progress: () => undefined,
      connection: () => undefined,
      answered() {
        if (over) return;
        clearTimeout(limit);
        tell('running', [{ step: 'call', result: 'ok', reason: null, value: null }]);
        looking = setInterval(() => void look(), LOOK_EVERY_MS);
        limit = setTimeout(() => finish('done', duringCall(observed, true)), TALK_MS);
      },
      ended({ cause, sipCode }: CallEnd) {
        finish('done', looking === undefined ? failed(cause, sipCode) : duringCall(observed, true));
      },
    });
  }

  return {
    start() {
      if (running === null) run();
    },
    stop: (state) => running?.stop(state),
  };
}
