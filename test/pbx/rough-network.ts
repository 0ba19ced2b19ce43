import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export interface Roughness {
  /** Of all UDP packets, ICE and DTLS too. */
  lossPercent: number;
  /** Each packet waits a time of its own, even between nothing and this: they overtake each other. */
  delayUpToMs: number;
  seed: number;
}

/** Where a call's packets go: `near` faces the page, `far` the exchange. */
type Way = { near: Socket; far: Socket; page: RemoteInfo | null; exchange: { address: string; port: number } | null };

/**
 * A network that loses and delays the sound of calls, between a page and the exchange: a relay of SIP over WebSocket that writes its own UDP
 * ports into both sides' descriptions, so that neither knows of a way past it. (The kernel's netem needs rights tests do not have.)
 */
export class RoughNetwork {
  readonly passed = { count: 0, lost: 0 };
  readonly #roughness: Roughness;
  readonly #server: WebSocketServer;
  readonly #ways = new Map<string, Promise<Way>>();
  readonly #random: () => number;

  private constructor(target: string, roughness: Roughness) {
    this.#roughness = roughness;
    this.#random = mulberry(roughness.seed);
    this.#server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
    this.#server.on('connection', (page) => this.#join(page, target));
  }

  static async to(target: string, roughness: Roughness): Promise<RoughNetwork> {
    const network = new RoughNetwork(target, roughness);
    await once(network.#server, 'listening');
    return network;
  }

  get wsUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ws`;
  }

  async close(): Promise<void> {
    this.#server.clients.forEach((client) => client.terminate());
    this.#server.close();
    for (const way of this.#ways.values()) {
      const { near, far } = await way;
      near.close();
      far.close();
    }
  }

  #join(page: WebSocket, target: string): void {
    const exchange = new WebSocket(target, 'sip');
    // One after the other in each direction: SIP over a socket keeps its order.
    let toExchange: Promise<unknown> = once(exchange, 'open');
    let toPage: Promise<unknown> = Promise.resolve();
    page.on('message', (data: Buffer) => {
      toExchange = toExchange.then(async () => exchange.send(await this.#rewritten(data.toString(), 'far')));
    });
    exchange.on('message', (data: Buffer) => {
      toPage = toPage.then(async () => page.send(await this.#rewritten(data.toString(), 'near')));
    });
    page.on('close', () => exchange.close());
    exchange.on('close', () => page.close());
    exchange.on('error', () => page.close());
  }

  /** A message as the other side gets it: `shown` is the side of the relay whose port stands in it. */
  async #rewritten(message: string, shown: 'near' | 'far'): Promise<string> {
    const split = message.indexOf('\r\n\r\n');
    const [head, body] = [message.slice(0, split), message.slice(split + 4)];
    if (!/^content-type: *application\/sdp/im.test(head)) return message;
    const callId = /^(?:call-id|i): *(\S+)/im.exec(head)?.[1] ?? '';
    const way = await this.#wayOf(callId);
    const candidate = /^a=candidate:\S+ 1 udp \d+ ((?:\d+\.){3}\d+) (\d+) typ host/im.exec(body);
    if (shown === 'near' && candidate?.[1] !== undefined) {
      way.exchange = { address: candidate[1], port: Number(candidate[2]) };
    }
    const { port } = way[shown].address();
    const lines = body
      .split('\r\n')
      .filter((line) => !/^a=(?:candidate:|end-of-candidates)/.test(line))
      .map((line) =>
        line.replace(/^(m=audio) \d+/, `$1 ${port}`).replace(/^(c=IN IP4|a=rtcp:\d+ IN IP4) .*/, '$1 127.0.0.1'),
      )
      .map((line) => line.replace(/^a=rtcp:\d+/, `a=rtcp:${port}`));
    const at = lines.findIndex((line) => line.startsWith('a=ice-ufrag'));
    lines.splice(at + 1, 0, `a=candidate:1 1 UDP 2130706431 127.0.0.1 ${port} typ host`);
    const sdp = lines.join('\r\n');
    return `${head.replace(/^(content-length|l): *\d+/im, `Content-Length: ${Buffer.byteLength(sdp)}`)}\r\n\r\n${sdp}`;
  }

  #wayOf(callId: string): Promise<Way> {
    let way = this.#ways.get(callId);
    if (way === undefined) this.#ways.set(callId, (way = this.#open()));
    return way;
  }

  async #open(): Promise<Way> {
    const [near, far] = await Promise.all([socket(), socket()]);
    const way: Way = { near, far, page: null, exchange: null };
    near.on('message', (packet, from) => {
      way.page = from;
      this.#pass(() => way.exchange && far.send(packet, way.exchange.port, way.exchange.address));
    });
    far.on('message', (packet) => this.#pass(() => way.page && near.send(packet, way.page.port, way.page.address)));
    return way;
  }

  #pass(send: () => void): void {
    this.passed.count += 1;
    if (this.#random() * 100 < this.#roughness.lossPercent) return void (this.passed.lost += 1);
    setTimeout(() => {
      try {
        send();
      } catch {
        // Closed meanwhile.
      }
    }, this.#random() * this.#roughness.delayUpToMs);
  }
}

async function socket(): Promise<Socket> {
  const made = createSocket('udp4');
  made.bind(0, '127.0.0.1');
  await once(made, 'listening');
  return made;
}

/** A small seeded generator (mulberry32): the same losses in every run. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
