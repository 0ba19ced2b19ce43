import type { Channel } from '../../shared/contract/rpc.ts';
import { isElectron } from './host.ts';
import { openIpcChannel } from './ipc-channel.ts';
import { openWebSocketChannel } from './web-socket-channel.ts';

/**
 * Opens a channel to the desk over the transport of this shell: a message port in Electron, a WebSocket in a browser. Rejects when the
 * service cannot be reached; `keepConnected` then tries again.
 */
export function openChannel(role: 'console' | 'phone'): Promise<Channel> {
  return isElectron() ? openIpcChannel() : openWebSocketChannel(role);
}
