import { once } from 'node:events';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { networkInterfaces } from 'node:os';
import { WebSocket, WebSocketServer } from 'ws';

/** The two UDP ends of one call's sound: the phone talks to `near`, the exchange to `far`. */
type SoundPath = { near: Socket; far: Socket };

/**
 * The way from a phone to the exchange: its SIP and, by another address in the descriptions that pass, its sound. `move` is what a workstation
 * lives through that changes its network: the old socket and the old sound path are dead, and the exchange sees what comes next come from
 * another address. The exchange is not told: its end of the old socket stays open.
 */
export class Road {
  readonly #server: WebSocketServer;
  readonly #pbxPort: number;
  readonly #address = ownAddress();
  readonly #sound = new Map<string, SoundPath>();
  readonly #open = new Set<{ near: WebSocket; far: WebSocket }>();
  readonly #forgotten: WebSocket[] = [];
  #from = 1;

  private constructor(server: WebSocketServer, pbxPort: number) {
    this.#server = server;
    this.#pbxPort = pbxPort;
    server.on('connection', (near) => this.#join(near));
  }

  static async to(pbxPort: number): Promise<Road> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'sip' });
    await once(server, 'listening');
    return new Road(server, pbxPort);
  }

  get wsUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The road has no port.');
    return `ws://127.0.0.1:${address.port}/ws`;
  }

  /** The phone's machine is in another network from now on. */
  move(): void {
    this.#from += 1;
    for (const { near, far } of this.#open) {
      near.terminate();
      this.#forgotten.push(far);
    }
    this.#open.clear();
    this.#closeSound();
  }

  async close(): Promise<void> {
    for (const { near, far } of this.#open) [near, far].forEach((end) => end.terminate());
    this.#forgotten.forEach((far) => far.terminate());
    this.#closeSound();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #closeSound(): void {
    for (const { near, far } of this.#sound.values()) [near, far].forEach((end) => end.close());
    this.#sound.clear();
  }

  #join(near: WebSocket): void {
    const far = new WebSocket(`ws://127.0.0.1:${this.#pbxPort}/ws`, 'sip', { localAddress: `127.0.0.${this.#from}` });
    const pair = { near, far };
    this.#open.add(pair);
    // One after the other: a description waits for its sockets, and nothing may overtake it.
    let towardsFar: Promise<void> = once(far, 'open').then(() => {});
    let towardsNear = Promise.resolve();
    near.on('message', (data) => {
      towardsFar = towardsFar
        .then(async () => far.send(await this.#readdress(text(data), 'far')))
        .catch(() => undefined);
    });
    far.on('message', (data) => {
      towardsNear = towardsNear.then(async () => near.send(await this.#readdress(text(data), 'near')));
    });
    near.on('close', () => this.#open.has(pair) && far.terminate());
    far.on('close', () => near.terminate());
    far.on('error', () => near.terminate());
  }

  /** A message with a description names the end of our sound path instead of its sender's address. */
  async #readdress(message: string, receiver: 'near' | 'far'): Promise<string> {
    const [head = '', sdp = ''] = message.split('\r\n\r\n');
    const callId = /^(?:call-id|i):\s*(\S+)/im.exec(head)?.[1];
    if (!sdp.includes('m=audio') || callId === undefined) return message;
    const path = this.#sound.get(callId) ?? (await this.#lay(callId));
    const { port } = path[receiver].address();
    const isFirst = { candidate: true };
    const body = sdp
      .replace(/^m=audio \d+/m, `m=audio ${port}`)
      .replace(/^c=IN IP4 \S+/gm, `c=IN IP4 ${this.#address}`)
      .replace(/^a=rtcp:.*\r\n/gm, '')
      .replace(/^a=candidate:.*\r\n/gm, () => {
        const line = isFirst.candidate ? `a=candidate:1 1 UDP 2130706431 ${this.#address} ${port} typ host\r\n` : '';
        isFirst.candidate = false;
        return line;
      });
    return `${head.replace(/^(content-length|l):.*$/im, `Content-Length: ${Buffer.byteLength(body)}`)}\r\n\r\n${body}`;
  }

  async #lay(callId: string): Promise<SoundPath> {
    const [near, far] = [createSocket('udp4'), createSocket('udp4')];
    // Before anything is awaited: the answer must find the offer's path.
    this.#sound.set(callId, { near, far });
    relay(near, far);
    await Promise.all([near, far].map((end) => new Promise<void>((resolve) => end.bind(0, '0.0.0.0', resolve))));
    return { near, far };
  }
}

/** What comes to one end goes out of the other, to whoever spoke to that last: both sides ask first (ICE). */
function relay(one: Socket, other: Socket): void {
  const known = new Map<Socket, { address: string; port: number }>();
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    here.on('message', (packet, { address, port }) => {
      known.set(here, { address, port });
      const to = known.get(there);
      if (to) there.send(packet, to.port, to.address);
    });
    here.on('error', () => undefined);
  }
}

const text = (data: unknown): string => (Buffer.isBuffer(data) ? data.toString('utf8') : '');

/** An address of this machine that Chromium takes for one of the network: it leaves the loopback out. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
