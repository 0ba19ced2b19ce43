import * as z from 'zod/mini';
import { fail, failure, type Failure, type Outcome } from './wire.ts';

/**
 * The one wrapper through which every message between two processes goes. An `Api` names its methods (asked by the client, answered by
 * the server) and its events (pushed by the server), each with a zod schema; both ends validate. A transport only supplies a `Channel`.
 */
export type Method = { args: z.core.$ZodType; result: z.core.$ZodType };
export type Api = { methods: Record<string, Method>; events: Record<string, z.core.$ZodType> };

/** Two ends that exchange structured-cloneable (JSON) messages in order: a MessagePort, a WebSocket, a child process. */
export interface Channel {
  send(message: unknown): void;
  /** The handler gets every message; a channel has one handler. Messages that came before are handed over at once. */
  onMessage(handler: (message: unknown) => void): void;
  /** Called once, when the other end is gone or `close` was called. */
  onClose(handler: () => void): void;
  close(): void;
}

const envelope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.int(), name: z.string(), args: z.unknown() }),
  z.object({ kind: z.literal('result'), id: z.int(), ok: z.literal(true), value: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.int(), error: failure }),
  z.object({ kind: z.literal('event'), name: z.string(), value: z.unknown() }),
]);
type Envelope = z.input<typeof envelope>;

type Args<A extends Api, K extends keyof A['methods']> = z.input<A['methods'][K]['args']>;
type ParsedArgs<A extends Api, K extends keyof A['methods']> = z.output<A['methods'][K]['args']>;
type Value<A extends Api, K extends keyof A['methods']> = z.output<A['methods'][K]['result']>;
type EventValue<A extends Api, E extends keyof A['events']> = z.output<A['events'][E]>;

/** What the server must provide: one handler per method. It returns an Outcome; a throw is a bug and becomes the code `internal`. */
export type Handlers<A extends Api> = {
  [K in keyof A['methods']]: (args: ParsedArgs<A, K>) => Outcome<Value<A, K>> | Promise<Outcome<Value<A, K>>>;
};

export interface Client<A extends Api> {
  /** Asks the server. Never rejects: a closed channel gives the code `disconnected`, a message that breaks the schema `bad-message`. */
  call<K extends keyof A['methods'] & string>(name: K, args: Args<A, K>): Promise<Outcome<Value<A, K>>>;
  /** Listens to a pushed event; returns the function that stops listening. */
  on<E extends keyof A['events'] & string>(name: E, handler: (value: EventValue<A, E>) => void): () => void;
  onClose(handler: () => void): void;
  close(): void;
}

export interface Server<A extends Api> {
  emit<E extends keyof A['events'] & string>(name: E, value: z.input<A['events'][E]>): void;
  close(): void;
}

/** Told of messages that break the contract, so that none is dropped in silence. */
export type ContractLog = (problem: { what: 'bad-message' | 'handler-threw'; name: string; message: string }) => void;

const own = (record: object, key: string): boolean => Object.hasOwn(record, key);

/**
 * The asking end of an API over a channel.
 * @param log told of answers and events that break the contract
 */
export function createClient<A extends Api>(api: A, channel: Channel, log: ContractLog): Client<A> {
  type Pending = { name: string; settle: (outcome: Outcome<unknown>) => void };
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const closeHandlers = new Set<() => void>();
  let nextId = 1;
  let closed = false;

  channel.onMessage((raw) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success) return log({ what: 'bad-message', name: '?', message: parsed.error.message });
    const message = parsed.data;
    if (message.kind === 'event') {
      if (!own(api.events, message.name))
        return log({ what: 'bad-message', name: message.name, message: 'unknown event' });
      const value = z.safeParse(api.events[message.name]!, message.value);
      if (!value.success) return log({ what: 'bad-message', name: message.name, message: value.error.message });
      listeners.get(message.name)?.forEach((listener) => listener(value.data));
      return;
    }
    if (message.kind === 'call')
      return log({ what: 'bad-message', name: message.name, message: 'a client answers no calls' });
    const waiting = pending.get(message.id);
    if (!waiting) return;
    pending.delete(message.id);
    if (message.kind === 'failure') return waiting.settle({ ok: false, error: message.error });
    const value = z.safeParse(api.methods[waiting.name]!.result, message.value);
    if (value.success) return waiting.settle({ ok: true, value: value.data });
    log({ what: 'bad-message', name: waiting.name, message: value.error.message });
    waiting.settle(fail('bad-message', { name: waiting.name }));
  });
  channel.onClose(() => {
    closed = true;
    pending.forEach(({ settle }) => settle(fail('disconnected')));
    pending.clear();
    closeHandlers.forEach((handler) => handler());
  });

  return {
    call<K extends keyof A['methods'] & string>(name: K, args: Args<A, K>) {
      // The one cast of the wrapper: the value was validated by the schema of this very method.
      type Settled = Outcome<Value<A, K>>;
      if (closed) return Promise.resolve<Settled>(fail('disconnected'));
      const checked = z.safeParse(api.methods[name]!.args, args);
      if (!checked.success) {
        log({ what: 'bad-message', name, message: checked.error.message });
        return Promise.resolve<Settled>(fail('bad-message', { name, problem: z.prettifyError(checked.error) }));
      }
      const callId = nextId++;
      return new Promise<Settled>((resolve) => {
        pending.set(callId, { name, settle: (outcome) => resolve(outcome as Settled) });
        channel.send({ kind: 'call', id: callId, name, args: checked.data } satisfies Envelope);
      });
    },
    on(name, handler) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      const listener = (value: unknown) => handler(value as EventValue<A, typeof name>);
      set.add(listener);
      return () => void set.delete(listener);
    },
    onClose: (handler) => void closeHandlers.add(handler),
    close: () => channel.close(),
  };
}

/**
 * The answering end of an API over a channel.
 * @param log told of calls that break the contract and of handlers that threw
 * @param gate asked before each method: a failure is answered instead of it
 */
export function serve<A extends Api>(
  api: A,
  channel: Channel,
  handlers: Handlers<A>,
  log: ContractLog,
  gate: (name: keyof A['methods'] & string) => Failure | null = () => null,
): Server<A> {
  let closed = false;
  channel.onClose(() => void (closed = true));
  const send = (message: Envelope) => {
    if (!closed) channel.send(message);
  };
  const refuse = (callId: number, error: Failure) => send({ kind: 'failure', id: callId, error });

  const answer = async (callId: number, name: string, args: unknown) => {
    if (!own(api.methods, name)) {
      log({ what: 'bad-message', name, message: 'unknown method' });
      return refuse(callId, { code: 'bad-message', details: { name } });
    }
    const parsed = z.safeParse(api.methods[name]!.args, args);
    if (!parsed.success) {
      log({ what: 'bad-message', name, message: parsed.error.message });
      return refuse(callId, { code: 'bad-message', details: { name, problem: z.prettifyError(parsed.error) } });
    }
    const closedGate = gate(name);
    if (closedGate !== null) return refuse(callId, closedGate);
    try {
      const handler = handlers[name] as (args: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;
      const outcome = await handler(parsed.data);
      if (outcome.ok) send({ kind: 'result', id: callId, ok: true, value: outcome.value ?? null });
      else refuse(callId, outcome.error);
    } catch (error) {
      log({
        what: 'handler-threw',
        name,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      refuse(callId, { code: 'internal', details: { name } });
    }
  };

  const receive = (raw: unknown) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success || parsed.data.kind !== 'call') {
      return log({
        what: 'bad-message',
        name: '?',
        message: parsed.success ? 'a server takes calls only' : parsed.error.message,
      });
    }
    void answer(parsed.data.id, parsed.data.name, parsed.data.args);
  };
  // Messages may wait in the channel already: they are answered once the caller holds its Server, not while it is being made.
  void Promise.resolve().then(() => channel.onMessage(receive));

  return {
    emit: (name, value) => send({ kind: 'event', name, value }),
    close: () => channel.close(),
  };
}
