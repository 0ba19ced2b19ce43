import { fail, ok, type Outcome } from '../../shared/contract/base.ts';
import { deskApi, type DeskApi, type DeskSnapshot } from '../../shared/contract/desk.ts';
import type { OpenRequest } from '../../shared/contract/desktop.ts';
import { serve, type Channel, type Handlers, type Server } from '../../shared/contract/rpc.ts';
import type { DeskLog } from './ports.ts';

type Sitting = { tabId: string; server: Server<DeskApi> };

export type ConsoleSeat = {
  connect(channel: Channel, tabId: string): void;
  publish(snapshot: DeskSnapshot): void;
  /** Asks the console to show something: the one that sits here, else the next that comes. Only the last wish counts. */
  open(request: OpenRequest): void;
  /** The desk follows a call to this tab: at once if its console is there, else as soon as it comes. */
  moveTo(tabId: string): void;
  /** The tab that holds the desk. */
  holder(): string | null;
  close(): void;
};

/** What the seat's methods do for the tab that holds it; taking over is the seat's own. */
export type ConsoleHandlers = Omit<Handlers<DeskApi>, 'takeOver'>;

/**
 * One console at a time: a desk belongs to one window or tab. A reloaded one takes its own place again; another is told «Открыто в другом
 * окне» and gets nothing until it takes over, which is refused in a call.
 * @param takenOver told when the desk has moved to another tab
 */
export function createConsoleSeat(ports: {
  handlers: ConsoleHandlers;
  inCall(): boolean;
  takenOver(tabId: string): void;
  log: DeskLog;
}): ConsoleSeat {
  const { handlers, inCall, takenOver, log } = ports;
  const everybody = new Set<Sitting>();
  let seated: Sitting | null = null;
  let awaited: string | null = null;
  let wish: OpenRequest | null = null;

  const sendAway = (sitting: Sitting) => sitting.server.emit('elsewhere', { inCall: inCall() });

  function seat(sitting: Sitting): void {
    const before = seated;
    seated = sitting;
    awaited = null;
    if (before !== null && before !== sitting) sendAway(before);
  }

  function takeOver(sitting: Sitting): Outcome<null> {
    if (seated === sitting) return ok(null);
    if (seated !== null && inCall()) return fail('in-call');
    seat(sitting);
    takenOver(sitting.tabId);
    return ok(null);
  }

  return {
    connect(channel, tabId) {
      const server = serve(
        deskApi,
        channel,
        { ...handlers, takeOver: () => takeOver(sitting) },
        ({ what, name, message }) => log('warn', what, { name, message }),
        (name) => {
          if (seated === sitting) {
            // Asking shows that it listens.
            if (name === 'snapshot' && wish !== null) {
              server.emit('open', wish);
              wish = null;
            }
            return null;
          }
          if (name === 'takeOver') return null;
          // Said again whenever it asks: the first time it may not have listened yet.
          sendAway(sitting);
          return { code: 'elsewhere', details: { inCall: inCall() } };
        },
      );
      const sitting: Sitting = { tabId, server };
      everybody.add(sitting);
      channel.onClose(() => {
        everybody.delete(sitting);
        if (seated === sitting) seated = null;
      });
      if (tabId === awaited || seated?.tabId === tabId) seat(sitting);
      // Until the console comes that the desk waits for, another keeps its place.
      else if (seated === null) seated = sitting;
      else sendAway(sitting);
    },
    publish: (snapshot) => seated?.server.emit('snapshot', snapshot),
    open(request) {
      if (seated === null) wish = request;
      else seated.server.emit('open', request);
    },
    moveTo(tabId) {
      if (seated?.tabId === tabId) return;
      const there = [...everybody].find((sitting) => sitting.tabId === tabId);
      if (there === undefined) awaited = tabId;
      else seat(there);
    },
    holder: () => seated?.tabId ?? null,
    close: () => [...everybody].forEach(({ server }) => server.close()),
  };
}
