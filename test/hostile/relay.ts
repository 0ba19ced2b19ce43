import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** What the relay does with a request of the phone instead of handing it on: answers of its own, or nothing at all. */
export type Intercept = (request: string) => string[] | null;

/**
 * A SIP-over-WebSocket server of the tests' own in front of the real exchange: it passes everything on, and slips in whatever a hostile
 * or broken exchange might send. Answers to what was slipped in never reach the exchange.
 */
export class HostileRelay {
  /** Everything the phone has sent, the latest last. */
  readonly heard: string[] = [];
  readonly #server: WebSocketServer;
  readonly #links = new Set<{ phone: WebSocket; exchange: WebSocket }>();
  readonly #callIds = new Set<string>();
  #intercept: Intercept = () => null;
  #withheld: (message: string) => boolean = () => false;

  private constructor(server: WebSocketServer, target: string) {
    this.#server = server;
    server.on('connection', (phone) => this.#join(phone, new WebSocket(target, 'sip')));
  }

  /** @param target the exchange's `ws:` address */
  static async to(target: string): Promise<HostileRelay> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'sip' });
    await new Promise((resolve) => server.once('listening', resolve));
    return new HostileRelay(server, target);
  }

  get wsUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ws`;
  }

  /** Sends a frame to every phone connected, as if the exchange had: text as text, bytes as binary. */
  slip(frame: string | Buffer): void {
    for (const { phone } of this.#links) phone.send(frame, { binary: typeof frame !== 'string' });
  }

  /** Sends one message in pieces, each a fragment of the same WebSocket message (RFC 6455 5.4). */
  slipFragments(pieces: string[]): void {
    for (const { phone } of this.#links) {
      pieces.forEach((piece, index) => phone.send(piece, { binary: false, fin: index === pieces.length - 1 }));
    }
  }

  /** A WebSocket ping, with as much as it may carry. */
  ping(): void {
    for (const { phone } of this.#links) phone.ping(Buffer.alloc(125, 'x'));
  }

  /** Answers requests of the phone itself; `null` hands one on to the exchange. */
  intercept(given: Intercept): void {
    this.#intercept = given;
  }

  /** Loses on the way to the phone what the exchange sends and this says yes to. */
  withhold(given: (message: string) => boolean): void {
    this.#withheld = given;
  }

  /** Breaks the phones' connections; new ones are taken at once. */
  cut(): void {
    for (const { phone } of this.#links) phone.terminate();
  }

  /** What the phone has answered to requests with this Call-ID. */
  answersOf(callId: string): string[] {
    return this.heard.filter((text) => text.startsWith('SIP/2.0') && callIdOf(text) === callId);
  }

  /** The status codes of these answers. */
  answersTo(callId: string): number[] {
    return this.answersOf(callId).map((text) => Number(text.slice(8, 11)));
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(phone: WebSocket, exchange: WebSocket): void {
    const link = { phone, exchange };
    this.#links.add(link);
    const waiting: string[] = [];
    const toExchange = (text: string) =>
      exchange.readyState === WebSocket.OPEN ? exchange.send(text) : void waiting.push(text);
    exchange.on('open', () => waiting.forEach((text) => exchange.send(text)));
    exchange.on('message', (data: Buffer) => {
      const text = data.toString();
      this.#callIds.add(callIdOf(text));
      if (!this.#withheld(text)) phone.send(text);
    });
    phone.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.trim() === '') return toExchange(text);
      this.heard.push(text);
      if (text.startsWith('SIP/2.0')) return this.#callIds.has(callIdOf(text)) ? toExchange(text) : undefined;
      const answers = this.#intercept(text);
      if (answers === null) return toExchange(text);
      answers.forEach((answer) => phone.send(answer));
    });
    const end = () => {
      this.#links.delete(link);
      phone.terminate();
      exchange.terminate();
    };
    for (const socket of [phone, exchange]) socket.on('close', end).on('error', end);
  }
}

export function header(message: string, name: string): string {
  return new RegExp(`^${name}[ \\t]*:[ \\t]*(.*?)\\r?$`, 'im').exec(message)?.[1] ?? '';
}

export function callIdOf(message: string): string {
  return header(message, 'Call-ID') || header(message, 'i');
}

/** A response to a request of the phone, with what RFC 3261 8.2.6.2 copies into it. */
export function responseTo(request: string, status: string, extra: readonly string[] = []): string {
  const to = header(request, 'To');
  return [
    `SIP/2.0 ${status}`,
    `Via: ${header(request, 'Via')}`,
    `From: ${header(request, 'From')}`,
    `To: ${to}${to.includes(';tag=') ? '' : ';tag=relay'}`,
    `Call-ID: ${callIdOf(request)}`,
    `CSeq: ${header(request, 'CSeq')}`,
    ...extra,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}
