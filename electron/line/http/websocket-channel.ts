import type { WebSocket } from 'ws';
import type { Channel } from '../../../shared/contract/rpc.ts';
import type { LineLog } from '../ports.ts';

const PING_MS = 15_000;
/** A page that cannot keep up is let go: it reconnects and asks for the whole state. */
const MOST_BUFFERED = 4 * 1024 * 1024;

/** The contract's channel over a WebSocket: JSON texts. Pings, so that a browser that vanished is noticed within half a minute. */
export function websocketChannel(socket: WebSocket, log: LineLog): Channel {
  let answered = true;
  const ping = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  ping.unref();
  socket.on('pong', () => void (answered = true));
  socket.on('error', (error) => log('warn', 'websocket-error', { error: error.message }));
  socket.on('close', () => clearInterval(ping));

  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_BUFFERED) return socket.terminate();
      socket.send(JSON.stringify(message));
    },
    onMessage(handler) {
      socket.on('message', (data, isBinary) => {
        if (isBinary) return socket.close(1003);
        const message = parsed(String(data));
        if (message === undefined) return socket.close(1007);
        handler(message);
      });
    },
    onClose: (handler) => void socket.on('close', handler),
    close: () => socket.close(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
