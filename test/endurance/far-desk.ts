import WebSocket from 'ws';
import type { Channel } from '../../shared/contract/rpc.ts';
import type { Desk } from '../../electron/desk/desk.ts';
import { webSocketChannel } from '../../electron/web-socket-channel.ts';

/** A running console as its pages reach it, over WebSockets; stands where a desk in this process would. */
export type FarDesk = Pick<Desk, 'connect'> & {
  /** Its pages die without a word: the sockets are torn off. */
  tearOff(): void;
};

/** Opens the printed link like a browser; gives the cookie that opens the console again after a restart. */
export async function openSession(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no session: the console answered ${answer.status}`);
  return cookie;
}

/** The desk behind this origin (`http://127.0.0.1:port`), for who has the session's cookie. */
export function farDesk(origin: string, cookie: string): FarDesk {
  const sockets = new Set<WebSocket>();
  return {
    connect(role, near, { tabId }) {
      const address = `${origin.replace('http', 'ws')}/desk?role=${role}&tab=${tabId}`;
      const socket = new WebSocket(address, { headers: { cookie, origin } });
      sockets.add(socket);
      const far = webSocketChannel(socket);
      socket.once('open', () => join(near, far));
      socket.once('error', () => near.close());
    },
    tearOff: () => sockets.forEach((socket) => socket.terminate()),
  };
}

function join(near: Channel, far: Channel): void {
  near.onMessage((message) => far.send(message));
  far.onMessage((message) => near.send(message));
  near.onClose(() => far.close());
  far.onClose(() => near.close());
}
