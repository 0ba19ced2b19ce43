import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** One message of the Asterisk Manager Interface: its headers by name. A repeated header keeps its last value. */
export type AmiMessage = Readonly<Record<string, string>>;

interface Waiter {
  matches: (message: AmiMessage) => boolean;
  resolve: (message: AmiMessage) => void;
}

/** A connection to the manager interface: actions answered by their ActionID, events kept in the order of arrival. */
export class Ami {
  /** All events since the log-in, oldest first. */
  readonly events: AmiMessage[] = [];
  readonly #socket: Socket;
  readonly #waiters = new Set<Waiter>();
  #rest = '';
  #lastAction = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => this.#receive(chunk));
    // A killed exchange closes or resets the connection; the tests see that by other means.
    socket.on('error', () => undefined);
  }

  /** Connects and logs in; rejects when nobody listens or the log-in is refused. */
  static async login(port: number, user: string, secret: string): Promise<Ami> {
    const socket = await new Promise<Socket>((resolve, reject) => {
      const opening = connect(port, '127.0.0.1', () => resolve(opening));
      opening.once('error', reject);
    });
    const ami = new Ami(socket);
    const answer = await ami.action({ Action: 'Login', Username: user, Secret: secret });
    if (answer.Response !== 'Success') throw new Error(`AMI log-in refused: ${answer.Message}`);
    return ami;
  }

  /** Sends one action and returns its response (`Response: Success` or `Error` with `Message`). */
  action(headers: Record<string, string>, timeoutMs = 5_000): Promise<AmiMessage> {
    this.#lastAction += 1;
    const id = `line15-${this.#lastAction}`;
    const answer = this.#next((message) => message.ActionID === id && 'Response' in message, timeoutMs, headers.Action);
    const lines = Object.entries({ ...headers, ActionID: id }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#socket.write(`${lines.join('')}\r\n`);
    return answer;
  }

  /** The first event that matches, among those already seen or to come; rejects after `timeoutMs`. */
  event(matches: (event: AmiMessage) => boolean, timeoutMs = 10_000): Promise<AmiMessage> {
    const seen = this.events.find(matches);
    if (seen !== undefined) return Promise.resolve(seen);
    return this.#next((message) => 'Event' in message && matches(message), timeoutMs, 'event');
  }

  close(): void {
    this.#socket.destroy();
  }

  #next(matches: (message: AmiMessage) => boolean, timeoutMs: number, what = 'answer'): Promise<AmiMessage> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matches,
        resolve: (message) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(message);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`AMI: no ${what} within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  #receive(chunk: string): void {
    const messages = (this.#rest + chunk).split('\r\n\r\n');
    this.#rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = parse(text);
      if ('Event' in message) this.events.push(message);
      for (const waiter of this.#waiters) if (waiter.matches(message)) waiter.resolve(message);
    }
  }
}

function parse(text: string): AmiMessage {
  const headers: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) headers[line.slice(0, colon)] = line.slice(colon + 2);
    else if (line.endsWith(':')) headers[line.slice(0, -1)] = '';
  }
  return headers;
}
