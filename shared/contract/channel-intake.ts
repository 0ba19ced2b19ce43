import type { Channel } from './rpc.ts';

/** The receiving half of a channel, for a transport to feed: keeps what comes before somebody listens, tells the end once. */
export interface Intake {
  receive(message: unknown): void;
  /** The other end is gone. */
  end(): void;
  readonly ended: boolean;
  channel(send: (message: unknown) => void, close: () => void): Channel;
}

/** Makes the receiving half of one channel. */
export function createIntake(): Intake {
  const early: unknown[] = [];
  const closeHandlers = new Set<() => void>();
  let handler: ((message: unknown) => void) | null = null;
  let ended = false;
  const intake: Intake = {
    receive(message) {
      if (ended) return;
      if (handler) handler(message);
      else early.push(message);
    },
    end() {
      if (ended) return;
      ended = true;
      closeHandlers.forEach((told) => told());
    },
    get ended() {
      return ended;
    },
    channel: (send, close) => ({
      send: (message) => {
        if (!ended) send(message);
      },
      onMessage(given) {
        handler = given;
        early.splice(0).forEach(given);
      },
      onClose(told) {
        if (ended) told();
        else closeHandlers.add(told);
      },
      close() {
        close();
        intake.end();
      },
    }),
  };
  return intake;
}
