import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A TCP relay in front of the exchange's socket, which can be cut, refused, or made deaf. */
export class Proxy {
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  /** The exchange's ends of connections whose phone has vanished. */
  readonly #forgotten: Socket[] = [];
  #refusing = false;
  /** When a connection was refused, `performance.now()`. */
  readonly refusedAt: number[] = [];

  private constructor(target: number) {
    this.#server = createServer((near) => {
      if (this.#refusing) {
        this.refusedAt.push(performance.now());
        return void near.destroy();
      }
      const far = connect(target, '127.0.0.1');
      const pair: [Socket, Socket] = [near, far];
      this.#pairs.add(pair);
      this.#join(near, far, pair);
      this.#join(far, near, pair);
    });
  }

  static async to(port: number): Promise<Proxy> {
    const proxy = new Proxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get wsUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ws`;
  }

  /** Breaks every connection and refuses new ones until `mend`. */
  cut(): void {
    this.#refusing = true;
    for (const pair of this.#pairs) pair.forEach((socket) => socket.destroy());
  }

  /** Connections stay open and nothing passes: a half-open socket. New ones pass. */
  deafen(): void {
    for (const [near, far] of this.#pairs) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  /** The phones' machines are gone without a word: the exchange's ends stay open, and nobody is behind them. */
  vanish(): void {
    for (const [near, far] of this.#pairs) {
      far.unpipe(near).resume();
      far.removeAllListeners('close');
      near.unpipe(far).removeAllListeners('close').destroy();
      this.#forgotten.push(far);
    }
    this.#pairs.clear();
  }

  mend(): void {
    this.#refusing = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#forgotten.forEach((far) => far.destroy());
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(from: Socket, to: Socket, pair: [Socket, Socket]): void {
    from.pipe(to);
    const end = () => {
      this.#pairs.delete(pair);
      pair.forEach((socket) => socket.destroy());
    };
    from.on('error', end);
    from.on('close', end);
  }
}
