import type { MessagePortMain } from 'electron';
import type { ChannelRole } from '../service/messages.ts';
import type { ServiceChild, StartService } from './service-child.ts';

/** Waits before the service is started again: short at first, since a consultant waits; longer when it dies at once again and again. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** One that lived this long was well: the next death starts the waits anew. */
const HEALTHY_MS = 30_000;
/** How long a service may take to close its databases at the end. */
const STOP_MS = 3_000;

/** Watches over the service process: starts it, starts it again when it dies, says when it serves. */
export interface ServiceProcess {
  /** A channel to the service that serves now, or as soon as one does. */
  introduce(role: ChannelRole): Promise<MessagePortMain>;
  /** The pid of the process that runs now. */
  pid(): number | undefined;
  /** Asks it to end and waits, a few seconds at most. It is not started again. */
  stop(): Promise<void>;
}

export interface ServiceProcessOptions {
  start: StartService;
  entry: string;
  args: string[];
  /** It serves; told after every start, and when the address the phone may connect to has changed. */
  onReady(phoneOrigin: string | null): void;
  /** It died; all channels to it are gone. */
  onDown(): void;
  /** It cannot start and says why. It is not started again. */
  onProblem(lines: string[]): void;
  log(what: string, details: Record<string, unknown>): void;
}

/** Starts the service process and keeps it running until `stop`. */
export function runServiceProcess(options: ServiceProcessOptions): ServiceProcess {
  let child: ServiceChild | null = null;
  let isReady = false;
  let stopping = false;
  let waitMs = FIRST_WAIT_MS;
  const waitingForReady: ((child: ServiceChild) => void)[] = [];
  let exited: () => void = () => undefined;

  function start() {
    const startedAt = performance.now();
    const life = options.start({
      entry: options.entry,
      args: options.args,
      onMessage(message) {
        if (message.kind === 'problem') {
          stopping = true;
          options.onProblem(message.lines);
        }
        if (message.kind !== 'ready') return;
        isReady = true;
        options.onReady(message.phoneOrigin);
        waitingForReady.splice(0).forEach((go) => go(life));
      },
      onExit(code) {
        child = null;
        isReady = false;
        exited();
        if (stopping) return;
        options.log('service-died', { code, livedMs: Math.round(performance.now() - startedAt) });
        options.onDown();
        if (performance.now() - startedAt > HEALTHY_MS) waitMs = FIRST_WAIT_MS;
        setTimeout(() => {
          if (!stopping) start();
        }, waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      },
    });
    child = life;
  }

  start();
  return {
    introduce(role) {
      if (child && isReady) return Promise.resolve(child.introduce(role));
      return new Promise((resolve) => waitingForReady.push((ready) => resolve(ready.introduce(role))));
    },
    pid: () => child?.pid,
    async stop() {
      stopping = true;
      const last = child;
      if (!last) return;
      const ended = new Promise<void>((resolve) => (exited = resolve));
      last.send({ kind: 'stop' });
      const timer = setTimeout(() => last.kill(), STOP_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
