import type { WebSocket } from 'ws';
import { createIntake } from '../shared/contract/channel-intake.ts';
import type { Channel } from '../shared/contract/rpc.ts';

const PING_MS = 15_000;
/** A page that cannot keep up is let go: it reconnects and asks for the whole state. */
const MOST_BUFFERED = 4 * 1024 * 1024;

/** The service's end of a page's WebSocket: JSON text both ways. Pings, so that a browser that vanished is noticed within half a minute. */
export function webSocketChannel(socket: WebSocket): Channel {
  const intake = createIntake();
  let answered = true;
  const ping = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  ping.unref();
  socket.on('pong', () => void (answered = true));
  socket.on('message', (data, isBinary) => {
    // One handler for all kinds of data ws knows; text always comes as a Buffer.
    if (!isBinary && Buffer.isBuffer(data)) intake.receive(parse(data.toString('utf8')));
  });
  socket.on('close', () => {
    clearInterval(ping);
    intake.end();
  });
  // An error is always followed by 'close'.
  socket.on('error', () => undefined);
  return intake.channel(
    (message) => {
      if (socket.bufferedAmount > MOST_BUFFERED) return socket.terminate();
      socket.send(JSON.stringify(message));
    },
    () => socket.close(),
  );
}

/** Text that is no JSON becomes a message that breaks the contract, which the server of the API reports. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
