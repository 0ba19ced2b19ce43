import type { Channel } from './rpc.ts';

/**
 * Two ends of one channel inside a process: what one sends the other gets, in order, as a copy, later, as over a real border.
 * For parts that run in one process and for tests.
 */
export function channelPair(): [Channel, Channel] {
  const a = end();
  const b = end();
  a.other = b;
  b.other = a;
  return [a.channel, b.channel];
}

type End = { other: End | null; deliver(message: unknown): void; die(): void; channel: Channel };

function end(): End {
  let handler: ((message: unknown) => void) | null = null;
  const early: unknown[] = [];
  const closeHandlers = new Set<() => void>();
  let closed = false;
  const self: End = {
    other: null,
    deliver(message) {
      if (closed) return;
      if (handler) handler(message);
      else early.push(message);
    },
    die() {
      if (closed) return;
      closed = true;
      closeHandlers.forEach((told) => told());
    },
    channel: {
      send(message) {
        if (closed) return;
        const copy: unknown = JSON.parse(JSON.stringify(message));
        void Promise.resolve().then(() => self.other?.deliver(copy));
      },
      onMessage(given) {
        handler = given;
        early.splice(0).forEach(given);
      },
      onClose: (told) => void closeHandlers.add(told),
      close() {
        self.die();
        void Promise.resolve().then(() => self.other?.die());
      },
    },
  };
  return self;
}
