import type { WebSocket } from 'ws';
import { createIntake } from '../../shared/contract/channel-intake.ts';
import type { Channel } from '../../shared/contract/rpc.ts';

/** The service's end of a page's WebSocket: JSON text both ways. */
export function webSocketChannel(socket: WebSocket): Channel {
  const intake = createIntake();
  socket.on('message', (data, isBinary) => {
    // One handler for all kinds of data ws knows; text always comes as a Buffer.
    if (!isBinary && Buffer.isBuffer(data)) intake.receive(parse(data.toString('utf8')));
  });
  socket.on('close', () => intake.end());
  // An error is always followed by 'close'.
  socket.on('error', () => undefined);
  return intake.channel(
    (message) => socket.send(JSON.stringify(message)),
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
