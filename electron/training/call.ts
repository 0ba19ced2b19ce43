import { SessionState, type Invitation, type Inviter } from 'sip.js';
import type { CallMedia } from './call-media.ts';

/** Why a call is over, told from the side of the simulated person. */
export interface CallEnd {
  by: 'user' | 'console' | 'exchange';
  cause: 'hung-up' | 'gave-up' | 'refused' | 'no-answer' | 'lost' | 'closed';
  /** The final SIP status when the call was refused: 480 not ready, 486 declined, … */
  statusCode: number | null;
  /** The Reason header of the console's BYE (RFC 3326), as it came. */
  reason: string | null;
}

/** One call of the training line as it stands. Instants in epoch ms. */
export interface TrainingCall {
  /** The Call-ID. */
  id: string;
  /** `incoming`: the user called the console; `outgoing`: the console dialled. */
  direction: 'incoming' | 'outgoing';
  /** Account of the console. */
  console: string;
  number: string;
  name: string;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  end: CallEnd | null;
  /** The console holds the user. */
  held: boolean;
  /** Digits the console pressed (RFC 4733). */
  dtmf: string;
  packetsSent: number;
  packetsHeard: number;
}

export interface CallOptions {
  session: Inviter | Invitation;
  direction: TrainingCall['direction'];
  console: string;
  number: string;
  name: string;
  /** Epoch ms. */
  now(): number;
  /** Steady ms, the clock of `media.aliveAt`. */
  steadyNow(): number;
  /** A console without socket or without any packet for so long is gone: the exchange ends the call, as a PBX does. */
  lostAfterMs: number;
  /** Since when the console has had no socket, on the steady clock; null while it has one. */
  awaySince(): number | null;
  onChange(): void;
  onEnd(): void;
}

const WATCH_EVERY_MS = 1_000;
/** No final response to CANCEL or BYE within this: the call is over all the same. */
const GOODBYE_MS = 3_000;

const nobodyYet: CallEnd = { by: 'console', cause: 'hung-up', statusCode: null, reason: null };

/** One simulated person's call: a SIP session, its sound, and what became of it. */
export class Call {
  readonly id: string;
  readonly media: CallMedia;
  readonly #options: CallOptions;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #startedAt: number;
  #answeredAt: number | null = null;
  #endedAt: number | null = null;
  #end: CallEnd = nobodyYet;
  #dtmf = '';
  #leaving = false;
  #whenAnswered: () => void = () => {};

  constructor(options: CallOptions, makeMedia: (onDigit: (digit: string) => void) => CallMedia) {
    this.#options = options;
    this.#startedAt = options.now();
    this.id = options.session.request.callId;
    this.media = makeMedia((digit) => {
      this.#dtmf += digit;
      options.onChange();
    });
    options.session.delegate = {
      onBye: (bye) => {
        this.#end = { ...nobodyYet, reason: bye.request.getHeader('Reason') ?? null };
        void bye.accept();
      },
      onCancel: () => {
        this.#end = { ...nobodyYet, cause: 'gave-up' };
      },
      onInvite: () => options.onChange(),
    };
    options.session.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#established();
      // A moment later: SIP.js tells a refusal's status right after the state.
      if (state === SessionState.Terminated) queueMicrotask(() => this.#finish());
    });
    const watch = setInterval(() => this.#watch(), Math.min(WATCH_EVERY_MS, options.lostAfterMs / 4));
    this.#timers.add(watch);
  }

  get over(): boolean {
    return this.#endedAt !== null;
  }

  get answered(): boolean {
    return this.#answeredAt !== null && !this.over;
  }

  snapshot(): TrainingCall {
    const { direction, console, number, name } = this.#options;
    const { media } = this;
    return {
      id: this.id,
      direction,
      console,
      number,
      name,
      startedAt: this.#startedAt,
      answeredAt: this.#answeredAt,
      endedAt: this.#endedAt,
      end: this.over ? this.#end : null,
      held: this.answered && media.direction !== 'sendrecv' && media.direction !== 'sendonly',
      dtmf: this.#dtmf,
      packetsSent: media.packetsSent,
      packetsHeard: media.packetsHeard,
    };
  }

  /** Runs `action` after `ms` unless the call is over by then. */
  after(ms: number, action: () => void): void {
    if (this.over) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, ms);
    this.#timers.add(timer);
  }

  /** What the simulated person does once somebody is on the line. */
  onAnswered(action: () => void): void {
    this.#whenAnswered = action;
  }

  /** The console refused the call with a final status. */
  refused(statusCode: number): void {
    if (!this.#leaving) this.#end = { by: 'console', cause: 'refused', statusCode, reason: null };
  }

  /**
   * Ends the call from the simulated side with what fits its state: CANCEL, a refusal or BYE.
   * @param refusal the final status when the console's INVITE is refused
   */
  hangUp(end: Omit<CallEnd, 'statusCode' | 'reason'>, refusal?: number): void {
    if (this.over || this.#leaving) return;
    this.#leaving = true;
    this.#end = { ...end, statusCode: refusal ?? null, reason: null };
    this.after(GOODBYE_MS, () => this.#finish());
    this.#goodbye(refusal ?? 480).catch(() => this.#finish());
  }

  /** Ends our side without a word: there is no socket to say it on, or no time. */
  drop(end: Omit<CallEnd, 'statusCode' | 'reason'>): void {
    if (this.over) return;
    this.#end = { ...end, statusCode: null, reason: null };
    this.#finish();
  }

  // Async, so that a synchronous throw of SIP.js (a state it did not expect) is a rejection too.
  async #goodbye(refusal: number): Promise<void> {
    const { session } = this.#options;
    if (session.state === SessionState.Established) {
      await session.bye({ requestOptions: { extraHeaders: ['Reason: Q.850;cause=16;text="Normal call clearing"'] } });
    } else if ('cancel' in session) {
      await session.cancel();
    } else {
      await session.reject({ statusCode: refusal });
    }
  }

  #established(): void {
    if (this.over) return;
    this.#answeredAt = this.#options.now();
    this.media.aliveAt = this.#options.steadyNow();
    this.#whenAnswered();
    this.#options.onChange();
  }

  #watch(): void {
    const now = this.#options.steadyNow();
    const { lostAfterMs } = this.#options;
    const awaySince = this.#options.awaySince();
    const away = awaySince !== null && now - awaySince >= lostAfterMs;
    const deaf = this.answered && now - this.media.aliveAt >= lostAfterMs;
    if (away) this.drop({ by: 'exchange', cause: 'lost' });
    else if (deaf) this.hangUp({ by: 'exchange', cause: 'lost' });
  }

  #finish(): void {
    if (this.over) return;
    this.#endedAt = this.#options.now();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.media.close();
    this.#options.onEnd();
  }
}
