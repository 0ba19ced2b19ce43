import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail, type Outcome } from '../../shared/contract/base.ts';
import { lineApi, type LineApi, type LineSnapshot } from '../../shared/contract/line.ts';
import { createClient, type Channel, type Client, type ContractLog } from '../../shared/contract/rpc.ts';
import type { LiveClock } from '../ui/live-clock.ts';

/** What the page shows: the line's last snapshot, and how this page stands to the line. */
export interface LineState {
  /** starting: never connected yet. away: the line is gone and is being looked for. denied: the link is not valid. */
  connection: 'starting' | 'up' | 'away' | 'denied';
  snapshot: LineSnapshot | null;
  /** When the connection was lost, by the line's clock; null while it is up. */
  awaySince: number | null;
}

/** The page's only way to the line: mirrors its state, carries grants. */
export interface LineMirror {
  readonly store: StoreApi<LineState>;
  readonly clock: LiveClock;
  /** Fails with `consultation-over`, `desk-away` or `disconnected`. */
  grant(request: GrantRequest): Promise<Granted>;
  stop(): void;
}

/** What came of a grant: the new limit, or why there is none. */
export type Granted = Outcome<{ limitAt: number }>;

/** Minutes for one consultation, with the reason that is kept (4.1). */
export type GrantRequest = { consultationId: string; minutes: 3 | 5; reason: string };

export interface MirrorPorts {
  /** Keeps a channel to the line open (renderer/desk-api); returns the function that stops. */
  connect(on: { onUp(channel: Channel): void; onDown(): void }): () => void;
  /** Whether a line that cannot be reached refuses this browser. */
  mayWatch(): Promise<boolean>;
  clock: LiveClock;
  log: ContractLog;
}

/** Connects to the line and keeps the mirror. The last known state stays when the line goes away. */
export function createLineMirror({ connect, mayWatch, clock, log }: MirrorPorts): LineMirror {
  const store = createStore<LineState>(() => ({ connection: 'starting', snapshot: null, awaySince: null }));
  let client: Client<LineApi> | null = null;

  const stop = connect({
    onUp(channel) {
      const connected = createClient(lineApi, channel, log);
      // A line that was restarted counts its versions anew.
      let version = -1;
      const take = (snapshot: LineSnapshot): void => {
        if (snapshot.version < version) return;
        version = snapshot.version;
        clock.sync(snapshot.now);
        store.setState({ connection: 'up', snapshot, awaySince: null });
      };
      client = connected;
      connected.on('snapshot', take);
      void connected.call('snapshot', {}).then((outcome) => outcome.ok && take(outcome.value));
    },
    onDown() {
      client = null;
      store.setState(({ snapshot, awaySince }) => ({
        connection: snapshot === null ? 'starting' : 'away',
        awaySince: awaySince ?? clock.now(),
      }));
      void mayWatch().then((may) => {
        if (!may && client === null) store.setState({ connection: 'denied' });
      });
    },
  });

  return {
    store,
    clock,
    grant: (request) => (client === null ? Promise.resolve(fail('disconnected')) : client.call('grant', request)),
    stop,
  };
}
