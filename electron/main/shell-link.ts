import { createIntake } from '../../shared/contract/channel-intake.ts';
import { createClient, type Channel, type Client } from '../../shared/contract/rpc.ts';
import { shellApi, type ShellApi, type ShellView } from '../../shared/contract/shell.ts';
import type { KeyStore } from './key-store.ts';

/** What is used of a port that stays in main (a MessagePortMain). */
export interface ShellPort {
  on(event: 'message', handler: (event: { data: unknown }) => void): unknown;
  on(event: 'close', handler: () => void): unknown;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}

/** What main knows of the business, and the little it asks for. */
export interface ShellLink {
  /** The last view there was, also while the service starts again: a call in the phone's window goes on meanwhile. Null before the first. */
  lastView(): ShellView | null;
  power(event: 'suspend' | 'resume'): void;
  answer(callId: string): void;
}

/**
 * Main's own channel to the service: the tray's state, calls to announce, and the key store for the service, which cannot reach it.
 * @param options.onView told of every change; null while the service is away
 */
export function linkShell(options: {
  service: { introduce(role: 'shell'): Promise<ShellPort> };
  keyStore: KeyStore;
  onView: (view: ShellView | null) => void;
  log: (what: string, details: Record<string, unknown>) => void;
}): ShellLink {
  let client: Client<ShellApi> | null = null;
  let lastView: ShellView | null = null;

  const show = (view: ShellView) => {
    lastView = view;
    options.onView(view);
  };

  async function connect(): Promise<void> {
    const port = await options.service.introduce('shell');
    const fresh = createClient(shellApi, portChannel(port), (problem) => options.log('contract', problem));
    client = fresh;
    fresh.on('view', show);
    const answer = (requestId: number, text: Promise<string | null>) =>
      void text.then((given) => fresh.call('sealed', { requestId, text: given }));
    fresh.on('seal', ({ requestId, text }) => answer(requestId, options.keyStore.seal(text)));
    fresh.on('unseal', ({ requestId, text }) => answer(requestId, options.keyStore.unseal(text)));
    fresh.onClose(() => {
      client = null;
      options.onView(null);
      void connect();
    });
    const first = await fresh.call('view', {});
    if (first.ok) show(first.value);
  }

  void connect();
  return {
    lastView: () => lastView,
    power: (event) => void client?.call('power', { event }),
    answer: (callId) => void client?.call('answer', { callId }),
  };
}

/** A channel over a port that stays in main. */
function portChannel(port: ShellPort): Channel {
  const intake = createIntake();
  port.on('message', ({ data }) => intake.receive(data));
  port.on('close', () => intake.end());
  port.start();
  return intake.channel(
    (message) => port.postMessage(message),
    () => port.close(),
  );
}
