import { EmitterImpl, TransportState, type Transport } from 'sip.js';

/** The way to the console: a WebSocket now, another one after the console has reconnected, none in between. */
export interface Wire {
  /** Sends one SIP message; throws while there is no socket. */
  send(message: string): void;
}

/**
 * SIP.js's side of a wire. It counts as connected from start to stop: a console that lost its socket is still in its call,
 * and comes back; until then only sending fails.
 */
export class StationTransport implements Transport {
  readonly protocol = 'WS';
  readonly stateChange = new EmitterImpl<TransportState>();
  state = TransportState.Disconnected;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly #wire: Wire;

  constructor(_logger: unknown, options: { wire: Wire }) {
    this.#wire = options.wire;
  }

  isConnected(): boolean {
    return this.state === TransportState.Connected;
  }

  connect(): Promise<void> {
    this.state = TransportState.Connected;
    this.onConnect?.();
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    this.state = TransportState.Disconnected;
    return Promise.resolve();
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  // Async, so that a throw becomes the rejection SIP.js expects.
  async send(message: string): Promise<void> {
    this.#wire.send(message);
  }
}
