import type { Channel } from '../../shared/contract/rpc.ts';
import { isElectron } from './host.ts';
import { openWebSocketChannel } from './web-socket-channel.ts';

/**
 * Opens a channel to the desk over the transport of this shell: a message port in Electron, a WebSocket in a browser. Rejects when the
 * service cannot be reached; `keepConnected` then tries again.
 */
export async function openChannel(role: 'console' | 'phone'): Promise<Channel> {
  if (!isElectron()) return openWebSocketChannel(role);
  // In a browser nothing stands between the page's first script and its socket: zod is not read for it.
  const { openIpcChannel } = await import('./ipc-channel.ts');
  return openIpcChannel();
}
