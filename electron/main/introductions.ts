import { ipcMain, type BrowserWindow, type IpcMainEvent } from 'electron';
import { isOurs } from './origin.ts';
import type { ServiceProcess } from './service-process.ts';

/** A window that may have a channel, and the role it gets. A page cannot choose its role: its window has one. */
export type Seat = { role: 'console' | 'phone' | 'mini'; window: BrowserWindow };

export interface Introductions {
  /** Tells every page that its channel is gone: the service died. */
  dropAll(): void;
}

/**
 * Introduces windows to the service: a page asks for its channel, main makes the port and steps aside.
 * @param refused told of requests from anybody else than the main frame of a window of ours
 */
export function introduceWindows(
  seats: () => readonly Seat[],
  service: Pick<ServiceProcess, 'introduce'>,
  refused: (address: string) => void,
): Introductions {
  const open = new Map<number, { seat: Seat; requests: Set<number> }>();

  ipcMain.on('line15:connect', (event, request: unknown) => {
    const seat = seatOf(event, seats());
    if (!seat || typeof request !== 'number') return refused(event.senderFrame?.url ?? '');
    void service.introduce(seat.role).then((port) => {
      if (seat.window.isDestroyed()) return port.close();
      const { id } = seat.window.webContents;
      const known = open.get(id) ?? { seat, requests: new Set() };
      open.set(id, known);
      known.requests.add(request);
      seat.window.webContents.postMessage('line15:connected', request, [port]);
    });
  });

  return {
    dropAll() {
      for (const { seat, requests } of open.values()) {
        if (seat.window.isDestroyed()) continue;
        requests.forEach((request) => seat.window.webContents.send('line15:closed', request));
      }
      open.clear();
    },
  };
}

/** The window of ours whose page asks; undefined for a frame inside it, for another window, for a page that is not ours. */
function seatOf(event: IpcMainEvent, seats: readonly Seat[]): Seat | undefined {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame || !isOurs(frame.url)) return undefined;
  return seats.find(({ window }) => !window.isDestroyed() && window.webContents === event.sender);
}
