import { createIntake } from '../../shared/contract/channel-intake.ts';
import { RELOAD_PAGE } from '../../shared/contract/close-codes.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import { tabId } from './tab-id.ts';

/** Opens a WebSocket to the service that served this page. Rejects when it does not open. */
export async function openWebSocketChannel(role: 'console' | 'phone'): Promise<Channel> {
  const address = new URL('/desk', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('role', role);
  address.searchParams.set('tab', await tabId());
  return webSocketChannel(new WebSocket(address));
}

/**
 * A channel over a WebSocket of a page: JSON text both ways. Resolves when the socket is open.
 * The monitor uses it too, with an address of its own.
 */
export function webSocketChannel(socket: WebSocket): Promise<Channel> {
  const intake = createIntake();
  return new Promise((resolve, reject) => {
    socket.onopen = () =>
      resolve(
        intake.channel(
          (message) => socket.send(JSON.stringify(message)),
          () => socket.close(),
        ),
      );
    socket.onmessage = (event: MessageEvent<string>) => intake.receive(parse(event.data));
    socket.onclose = (event) => {
      if (event.code === RELOAD_PAGE) location.reload();
      intake.end();
      reject(new Error('socket-closed'));
    };
  });
}

/** Text that is no JSON becomes a message that breaks the contract, which the client reports. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
