import { randomBytes } from 'node:crypto';
import type { Call, TrainingCall } from './call.ts';
import { comparable, destinationOf } from './dial-plan.ts';
import { startExchange, type Console } from './exchange.ts';
import { createFrameClock } from './frame-clock.ts';
import { createPacer, type Pace } from './pace.ts';
import { createRegistrar } from './registrar.ts';
import { loadMediaStack } from './secure-audio.ts';
import { defaultManners, draw, type Manners, type TrainingUser } from './simulated-user.ts';
import type { TrainingLog } from './training-log.ts';

export type { TrainingCall } from './call.ts';
export { trainingPaces, type Pace } from './pace.ts';
export type { Manners, TrainingUser } from './simulated-user.ts';
export type { TrainingLog } from './training-log.ts';

export interface TrainingLineOptions {
  /** Loopback only: calls of the training line never leave the machine. */
  host?: '127.0.0.1';
  /** 0 or none: any free port. */
  port?: number;
  /** Who calls and can be called. */
  users: readonly TrainingUser[];
  /** Gap before each call by itself; null: none by themselves. */
  pace: Pace | null;
  manners?: Partial<Manners>;
  /** A console without socket, or without any packet in a call, is given up after this; 30 s unless told otherwise. */
  lostAfterMs?: number;
  /** None: a new one at each start. */
  password?: string;
  /** Epoch ms. */
  now(): number;
  /** [0, 1). */
  random(): number;
  log: TrainingLog;
}

export type CallOrder =
  /** The call rings, or is about to. */
  | { ok: true; call: { id: string; number: string; name: string } }
  /** Nobody is registered; the console has a call already; it has none to be second to; the list of users is empty. */
  | { ok: false; reason: 'no-console' | 'busy' | 'no-call' | 'no-user' };

export interface TrainingStatus {
  consoles: { number: string; userAgent: string; registeredAt: number; busy: boolean }[];
  calls: TrainingCall[];
  /** The last 50 calls that are over, the latest first. */
  recent: TrainingCall[];
  pace: Pace | null;
  /** Epoch ms of the next call by itself. */
  nextCallAt: number | null;
}

export interface TrainingLine {
  /** ws://127.0.0.1:PORT */
  readonly url: string;
  /** What the console registers with. 102 to 109 have the same password: more consoles on one line. */
  readonly account: { number: string; password: string };
  /** «Позвонить мне сейчас». `from`: the caller's number, of the list or not; `talkMs`: when the user says goodbye. */
  callNow(options?: { from?: string; talkMs?: number }): CallOrder;
  /** «Второй звонок»: somebody calls a console that talks. */
  secondCall(options?: { from?: string; talkMs?: number }): CallOrder;
  /** A simulated user hangs up now. False: no such call. */
  hangUp(callId: string): boolean;
  setPace(pace: Pace | null): void;
  status(): TrainingStatus;
  /** Calls `listener` after anything in `status` but packet counts has changed. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Listens to what the console says in a call: 160 samples of 16 bits every 20 ms, 8 kHz. Returns the way to stop. */
  listen(callId: string, listener: (samples: Int16Array) => void): () => void;
  /** Ends all calls and frees port, sockets and timers. */
  close(): Promise<void>;
}

const RECENT_CALLS = 50;
const LOST_AFTER_MS = 30_000;

/**
 * Starts the training line: a SIP exchange on the loopback address with people who call and can be called (`dial-plan.ts`).
 * Rejects when the port is taken.
 */
export async function startTrainingLine(options: TrainingLineOptions): Promise<TrainingLine> {
  const { host = '127.0.0.1', users, now, random, log } = options;
  const password = options.password ?? randomBytes(9).toString('base64url');
  const manners = { ...defaultManners, ...options.manners };
  const byNumber = new Map(users.map((user) => [comparable(user.number), user]));
  const callers = users.filter((user) => destinationOf(user.number, '') === 'user');
  const recent: TrainingCall[] = [];
  const changes = new Set<() => void>();
  const listeners = new Map<string, Set<(samples: Int16Array) => void>>();
  let pace = options.pace;
  let closed = false;
  let mediaWanted = false;
  let changePending = false;

  const exchange = await startExchange({
    port: options.port ?? 0,
    register: createRegistrar({ realm: 'training', password, isAccount: (number) => /^10[1-9]$/.test(number), now }),
    context: {
      host,
      frames: createFrameClock(),
      manners,
      lostAfterMs: options.lostAfterMs ?? LOST_AFTER_MS,
      log,
      userOf: (number) => byNumber.get(comparable(number)),
      now,
      steadyNow: () => performance.now(),
      random,
      onChange: () => changed(),
      onCallOver(call) {
        recent.unshift(call);
        recent.splice(RECENT_CALLS);
        listeners.delete(call.id);
        changed();
      },
      onSound: (callId, samples) => listeners.get(callId)?.forEach((listener) => listener(samples)),
    },
  });
  const pacer = createPacer({ pace, now, random, call: () => void callNow() });

  function calls(): Call[] {
    return exchange.stations().flatMap((station) => [...station.calls]);
  }

  function changed(): void {
    if (changePending) return;
    changePending = true;
    // Deferred: a change is often told from the middle of one, and several come together.
    setImmediate(() => {
      changePending = false;
      if (closed) return;
      const consoles = exchange.consoles();
      pacer.update(consoles.some((console) => !console.busy));
      if (consoles.length > 0 && !mediaWanted) {
        mediaWanted = true;
        loadMediaStack().catch((error: unknown) => log.warn(`The training line has no sound: ${String(error)}`));
      }
      changes.forEach((listener) => listener());
    });
  }

  function caller(from: string | undefined): { number: string; name: string } | undefined {
    if (from !== undefined) return byNumber.get(comparable(from)) ?? { number: from, name: '' };
    const onTheLine = new Set(calls().map((call) => comparable(call.snapshot().number)));
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const user = callers[Math.floor(random() * callers.length)];
      if (user !== undefined && !onTheLine.has(comparable(user.number))) return user;
    }
    return undefined;
  }

  function place(console: Console, order: { from?: string; talkMs?: number }): CallOrder {
    const user = caller(order.from);
    if (user === undefined) return { ok: false, reason: 'no-user' };
    const call = console.station.callConsole(user, order.talkMs ?? draw(manners.talk, random));
    return { ok: true, call: { id: call.id, number: user.number, name: user.name } };
  }

  function callNow(order: { from?: string; talkMs?: number } = {}): CallOrder {
    const consoles = exchange.consoles();
    const free = consoles.find((console) => !console.busy);
    if (free !== undefined) return place(free, order);
    return { ok: false, reason: consoles.length === 0 ? 'no-console' : 'busy' };
  }

  return {
    url: `ws://${host}:${exchange.port}`,
    account: { number: '101', password },
    callNow,
    secondCall(order = {}) {
      const consoles = exchange.consoles();
      const talking = consoles.find(({ station }) => [...station.calls].some((call) => call.answered));
      if (talking !== undefined) return place(talking, order);
      return { ok: false, reason: consoles.length === 0 ? 'no-console' : 'no-call' };
    },
    hangUp(callId) {
      const call = calls().find(({ id }) => id === callId);
      call?.hangUp({ by: 'user', cause: 'hung-up' });
      return call !== undefined;
    },
    setPace(newPace) {
      pace = newPace;
      pacer.set(newPace);
      changed();
    },
    status: () => ({
      consoles: exchange.consoles().map(({ binding: { number, userAgent, registeredAt }, busy }) => ({
        number,
        userAgent,
        registeredAt,
        busy,
      })),
      calls: calls().map((call) => call.snapshot()),
      recent: [...recent],
      pace,
      nextCallAt: pacer.nextAt(),
    }),
    onChange(listener) {
      changes.add(listener);
      return () => void changes.delete(listener);
    },
    listen(callId, listener) {
      const ears = listeners.get(callId) ?? new Set();
      listeners.set(callId, ears.add(listener));
      return () => void ears.delete(listener);
    },
    async close() {
      closed = true;
      pacer.close();
      await exchange.close();
    },
  };
}
