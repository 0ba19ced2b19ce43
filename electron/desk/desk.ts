import { ok, type Outcome } from '../../shared/contract/base.ts';
import type { Channel, Server } from '../../shared/contract/rpc.ts';
import { serve } from '../../shared/contract/rpc.ts';
import { shellApi, type ShellApi } from '../../shared/contract/shell.ts';
import { requestOfLink } from '../../shared/desk-state/phone-link.ts';
import { callsOf } from '../../shared/desk-state/state.ts';
import { consoleHandlers } from './console-handlers.ts';
import { createConsoleSeat, type ConsoleHandlers } from './console-seat.ts';
import { openCore, type Happening } from './core.ts';
import { createMiniSeat } from './mini-seat.ts';
import { createPhoneSeat } from './phone-seat.ts';
import type { DeskPorts } from './ports.ts';
import { journalRetention, type Retention } from './retention.ts';
import { openDeskDatabase } from './schema.ts';

/** The service of one workstation. */
export type Desk = {
  /** Gives a window its channel. `tabId` stays the same over a reload of the same window or tab. */
  connect(role: 'console' | 'phone' | 'mini' | 'shell', channel: Channel, peer: { tabId: string }): void;
  /** A call is being dialled or talked: nothing that would end it may be done. */
  inCall(): boolean;
  retention: Retention;
  /** Ends every call, unregisters the phone, closes channels and database. Facts not yet delivered stay in the outbox. */
  close(): void;
};

/**
 * Opens a consultant's desk: its journal, its link to the line, and the seats of console, phone and shell.
 * @throws DatabaseTooNewError when a newer version of the program has written the journal
 */
export function openDesk(ports: DeskPorts): Desk {
  const { clock, log, sealing } = ports;
  const database = openDeskDatabase(ports.dbFile);
  let closed = false;
  const shells = new Set<Server<ShellApi>>();

  const core = openCore(ports, database, {
    order: (order) => phones.order(order),
    published(snapshot, shell) {
      consoles.publish(snapshot);
      minis.publish(snapshot);
      shells.forEach((server) => server.emit('view', shell));
    },
  });
  const handlers: ConsoleHandlers = {
    ...consoleHandlers(core, ports),
    bookInConsole() {
      shells.forEach((server) => server.emit('show', {}));
      consoles.open({ kind: 'booking' });
      return ok(null);
    },
  };
  const minis = createMiniSeat({ handlers, log });
  const consoles = createConsoleSeat({
    handlers,
    inCall: core.inCall,
    takenOver(tabId) {
      consoles.publish(core.snapshot());
      phones.moveTo(tabId);
    },
    log,
  });
  const phones = createPhoneSeat({
    handlers: {
      hello({ registration, calls }) {
        const records = core.reader.recordsOfCalls(calls.map(({ callId }) => callId));
        core.happen({ kind: 'hello', registration, calls, records });
        return core.phoneConfig();
      },
      inCallWithout: (calls) =>
        callsOf(core.state()).some(
          ({ id, phase }) => phase !== 'ringing' && !calls.some(({ callId }) => callId === id),
        ),
      broughtCall: (tabId) => consoles.moveTo(tabId),
      facts(facts) {
        const now = clock.now();
        for (const fact of facts) {
          core.happen({ kind: 'fact', fact }, 'agoMs' in fact ? now - Math.round(fact.agoMs) : now);
        }
      },
      recording: (kind) => ports.settings.recording(kind),
      probe: (server) => ports.probe(server),
      gone: () => void core.happen({ kind: 'phone-gone' }),
    },
    holder: () => consoles.holder(),
    log,
  });

  core.start();

  const step = (what: Happening): Outcome<null> => {
    const outcome = core.happen(what);
    return outcome.ok ? ok(null) : outcome;
  };

  function connectShell(channel: Channel): void {
    const server = serve(
      shellApi,
      channel,
      {
        view: () => ok(core.shellView()),
        power({ event }) {
          if (event === 'resume') core.wake();
          phones.order({ kind: 'power', event });
          return ok(null);
        },
        answer: ({ callId }) => step({ kind: 'answer', callId }),
        decline: ({ callId }) => step({ kind: 'decline', callId }),
        end() {
          const call = core.state().call;
          return call === null || call.phase === 'ringing' ? ok(null) : step({ kind: 'hang-up', callId: call.id });
        },
        desktop(desktop) {
          core.desktopIs(desktop);
          return ok(null);
        },
        openLink({ link }) {
          consoles.open(requestOfLink(link));
          return ok(null);
        },
        sealed(answer) {
          sealing?.answered(answer);
          return ok(null);
        },
      },
      ({ what, name, message }) => log('warn', what, { name, message }),
    );
    shells.add(server);
    channel.onClose(() => {
      shells.delete(server);
      if (shells.size === 0) core.desktopIs(null);
    });
    sealing?.connected((what, request) => server.emit(what, request));
    server.emit('view', core.shellView());
  }

  return {
    connect(role, channel, { tabId }) {
      if (role === 'console') consoles.connect(channel, tabId);
      else if (role === 'phone') phones.connect(channel, tabId);
      else if (role === 'mini') minis.connect(channel);
      else connectShell(channel);
    },
    inCall: core.inCall,
    retention: journalRetention(database, () => closed),
    close() {
      closed = true;
      phones.order({ kind: 'shut-down' });
      for (const { id: callId } of callsOf(core.state())) {
        core.happen({
          kind: 'fact',
          fact: { kind: 'ended', callId, cause: 'local', sipCode: null, media: null, agoMs: 0 },
        });
      }
      core.close();
      consoles.close();
      phones.close();
      minis.close();
      shells.forEach((server) => server.close());
      database.close();
    },
  };
}
