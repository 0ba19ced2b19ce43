import { Subscriber, URI } from 'sip.js';
import type { Notification, UserAgent } from 'sip.js';
import type { Lamp } from '../../shared/contract/phone.ts';
import { lampOf, newMessagesOf } from './watched-state.ts';

const EXPIRES_S = 600;
/** Calls come first: after a reconnect their re-INVITE is the next thing the PBX hears. */
const AFTER_REGISTRATION_MS = 1_000;

export type WatchListener = {
  lamp(number: string, lamp: Lamp): void;
  /** Voice messages not listened to. */
  mailbox(newMessages: number): void;
};

/**
 * What is watched besides calls, by SUBSCRIBE (RFC 6665): the lamps of colleagues (RFC 4235) and one's own mailbox (RFC 3842). A PBX that
 * offers neither is left alone until the next connection.
 */
export class SipJsWatch {
  readonly #agent: UserAgent;
  readonly #domain: string;
  readonly #own: string;
  readonly #listener: WatchListener;
  #numbers: readonly string[] = [];
  #subscribers = new Map<string, Subscriber>();
  #isOn = false;
  #starting: ReturnType<typeof setTimeout> | undefined;

  constructor(agent: UserAgent, own: string, domain: string, listener: WatchListener) {
    this.#agent = agent;
    this.#own = own;
    this.#domain = domain;
    this.#listener = listener;
  }

  /** These colleagues from now on. */
  watch(numbers: readonly string[]): void {
    const gone = this.#numbers.filter((number) => !numbers.includes(number));
    this.#numbers = numbers;
    gone.forEach((number) => this.#drop(number));
    if (this.#isOn) this.#subscribeAll();
  }

  /** Registered: what is not subscribed to will be, in a moment. */
  on(): void {
    clearTimeout(this.#starting);
    this.#starting = setTimeout(() => {
      this.#isOn = true;
      this.#subscribeAll();
    }, AFTER_REGISTRATION_MS);
  }

  /** The socket is gone, and the subscriptions of it: they are made anew. */
  off(): void {
    clearTimeout(this.#starting);
    this.#isOn = false;
    [...this.#subscribers.keys()].forEach((key) => this.#drop(key));
  }

  #subscribeAll(): void {
    const { lamp, mailbox } = this.#listener;
    this.#subscribe('', this.#own, 'message-summary', 'application/simple-message-summary', (body) => {
      const count = newMessagesOf(body);
      if (count !== null) mailbox(count);
    });
    for (const number of this.#numbers) {
      this.#subscribe(number, number, 'dialog', 'application/dialog-info+xml', (body) => lamp(number, lampOf(body)));
    }
  }

  #subscribe(key: string, number: string, event: string, accept: string, told: (body: string) => void): void {
    if (this.#subscribers.has(key)) return;
    const target = new URI('sip', number.replaceAll('#', '%23'), this.#domain);
    const options = { expires: EXPIRES_S, extraHeaders: [`Accept: ${accept}`] };
    const subscriber = new Subscriber(this.#agent, target, event, options);
    subscriber.delegate = {
      onNotify(notification: Notification) {
        void notification.accept();
        told(notification.request.body);
      },
    };
    this.#subscribers.set(key, subscriber);
    void subscriber.subscribe();
  }

  #drop(key: string): void {
    const gone = this.#subscribers.get(key);
    this.#subscribers.delete(key);
    if (key !== '' && gone) this.#listener.lamp(key, 'unknown');
    gone?.dispose().catch(() => undefined);
  }
}
