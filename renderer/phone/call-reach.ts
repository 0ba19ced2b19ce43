import { watchLife } from './life-watch.ts';
import type { LifeWatch } from './life-watch.ts';

/** How well the sound reaches the far end, by ICE's consent checks (RFC 7675). */
export type MediaReach = 'up' | 'shaky' | 'failed';

/** ICE has given up and a fresh way was not found for this long: gone. */
const LOST_AFTER_MS = 15_000;
/** Nothing at all has come for this long: the PBX gives up a silent phone then too (`rtp_timeout` in build/pbx). */
const SILENT_AT_MOST_MS = 30_000;
/** Sound that still came this long after the socket broke came from a PBX that lives: if it has no such call later, somebody has ended it. */
const OUTLIVED_MS = 1_500;

export type CallReachOptions = {
  /** Counts what has come from the far end; see `watchLife`. */
  signs(): Promise<number | null>;
  /** Told at each change. @param silentForMs how long nothing at all has come; null: the far end gives signs of life */
  tell(connected: boolean, silentForMs: number | null): void;
  /** Looks for a fresh way: signalling is there, sound is not. */
  restart(): void;
  /** Nothing comes any more: is the server there? */
  onSilent(): void;
  /** There is nothing left to wait for. */
  lost(): void;
};

/**
 * What is known of the way to the far end of a call that is up. Signalling and sound go different ways and break apart: without signalling
 * the conversation goes on; without sound it may come back; without both and with the server known to be gone it is lost.
 */
export class CallReach {
  readonly #options: CallReachOptions;
  #signalling = true;
  #media: MediaReach = 'up';
  #silent = false;
  #serverGone = false;
  #reported = { connected: true, silent: false };
  #signallingLostAt: number | null = null;
  #life: LifeWatch | null = null;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CallReachOptions) {
    this.#options = options;
  }

  /** The call is up. */
  begin(): void {
    this.#life = watchLife({
      signs: () => this.#options.signs(),
      isUrgent: () => !this.#signalling || this.#media !== 'up',
      silent: (forMs) => this.#goneSilent(forMs),
      heard: () => {
        this.#silent = false;
        this.#report();
      },
      now: () => performance.now(),
    });
    // Checks sent in vain through a long ringing may have been given up.
    if (this.#media === 'failed') this.media('failed');
  }

  /** ICE's word on whether the far end hears us. */
  media(reached: MediaReach): void {
    this.#media = reached;
    clearTimeout(this.#lostTimer);
    if (this.#life === null) return;
    this.#report();
    if (reached === 'up') return;
    if (reached === 'failed') this.#lostTimer = setTimeout(() => this.#options.lost(), LOST_AFTER_MS);
    if (this.#signalling) this.#options.restart();
  }

  signallingLost(): void {
    if (this.#signalling) this.#signallingLostAt = performance.now();
    this.#signalling = false;
    this.#report();
  }

  /** The far end has agreed to go on over the new socket. */
  signallingBack(): void {
    this.#signalling = true;
    this.#signallingLostAt = null;
    this.#report();
  }

  /** Nobody listens at the server any more; taken back when it is found again. */
  serverGone(gone: boolean): void {
    this.#serverGone = gone;
    if (gone && this.#silent) this.#options.lost();
  }

  /** Since when nothing has come, ms ago. */
  quietForMs(): number {
    return this.#life?.quietForMs() ?? 0;
  }

  /**
   * Whether the far end's sound outlived our socket: then its PBX lives, and where it knows the call no more, the call was ended in order and its BYE
   * went to the old socket.
   */
  hasOutlivedSocket(): boolean {
    const lostAt = this.#signallingLostAt;
    return lostAt !== null && performance.now() - this.quietForMs() - lostAt >= OUTLIVED_MS;
  }

  /** The call is over. */
  stop(): void {
    this.#life?.stop();
    clearTimeout(this.#lostTimer);
  }

  #goneSilent(forMs: number): void {
    const first = !this.#silent;
    this.#silent = true;
    this.#report();
    if (forMs >= SILENT_AT_MOST_MS || this.#serverGone) return this.#options.lost();
    if (first) this.#options.onSilent();
  }

  #report(): void {
    const connected = this.#signalling && this.#media === 'up' && !this.#silent;
    const silent = this.#silent;
    if (connected === this.#reported.connected && silent === this.#reported.silent) return;
    this.#reported = { connected, silent };
    this.#options.tell(connected, silent ? this.quietForMs() : null);
  }
}
