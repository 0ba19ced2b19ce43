import { once } from 'node:events';
import WebSocket from 'ws';
import { z } from 'zod';

const answer = z.object({ id: z.number(), result: z.unknown().optional(), error: z.unknown().optional() });
const heapUsage = z.object({ usedSize: z.number() });
const evaluated = z.object({ result: z.object({ value: z.string() }) });

/** A debugger's connection to a running Node process: collects its garbage and asks what it holds. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      const said = answer.safeParse(JSON.parse(data.toString('utf8')));
      if (said.success) this.#waiting.get(said.data.id)?.(said.data.result);
    });
  }

  /** @param address what the process printed, `ws://127.0.0.1:…` */
  static async open(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Inspector(socket);
  }

  /** Bytes of the heap in use after a collection. */
  async heapBytes(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    return heapUsage.parse(await this.#ask('Runtime.getHeapUsage')).usedSize;
  }

  /** What keeps the process busy or alive (sockets, timers, workers), by kind. */
  async activeResources(): Promise<Record<string, number>> {
    const expression = 'JSON.stringify(process.getActiveResourcesInfo())';
    const { result } = evaluated.parse(await this.#ask('Runtime.evaluate', { expression }));
    const counts: Record<string, number> = {};
    for (const kind of z.array(z.string()).parse(JSON.parse(result.value))) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, (result) => {
        this.#waiting.delete(id);
        resolve(result);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
