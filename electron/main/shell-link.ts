import { createIntake } from '../../shared/contract/channel-intake.ts';
import type { DesktopState } from '../../shared/contract/desktop.ts';
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
  decline(callId: string): void;
  /** Ends the present call. */
  end(): void;
  /** What became of the desktop's settings; told again to each service that starts. */
  desktop(state: DesktopState): void;
  /** A phone link was opened; it waits for a service that takes it. */
  openLink(link: string): void;
}

/**
 * Main's own channel to the service: the tray's state, calls to announce, and the key store for the service, which cannot reach it.
 * @param options.onView told of every change; null while the service is away
 */
export function linkShell(options: {
  service: { introduce(role: 'shell'): Promise<ShellPort> };
  keyStore: KeyStore;
  onView: (view: ShellView | null) => void;
  /** The console is to come forward. */
  onShow: () => void;
  log: (what: string, details: Record<string, unknown>) => void;
}): ShellLink {
  let client: Client<ShellApi> | null = null;
  let lastView: ShellView | null = null;
  let desktop: DesktopState | null = null;
  let link: string | null = null;

  const show = (view: ShellView) => {
    lastView = view;
    options.onView(view);
  };

  async function connect(): Promise<void> {
    const port = await options.service.introduce('shell');
    const fresh = createClient(shellApi, portChannel(port), (problem) => options.log('contract', problem));
    client = fresh;
    fresh.on('view', show);
    fresh.on('show', options.onShow);
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
    if (desktop !== null) void fresh.call('desktop', desktop);
    handOver();
  }

  function handOver(): void {
    if (client === null || link === null) return;
    void client.call('openLink', { link });
    link = null;
  }

  void connect();
  return {
    lastView: () => lastView,
    power: (event) => void client?.call('power', { event }),
    answer: (callId) => void client?.call('answer', { callId }),
    decline: (callId) => void client?.call('decline', { callId }),
    end: () => void client?.call('end', {}),
    desktop(state) {
      desktop = state;
      void client?.call('desktop', state);
    },
    openLink(given) {
      link = given;
      handOver();
    },
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
