import * as z from 'zod/mini';
import { createIntake } from '../../shared/contract/channel-intake.ts';
import type { Channel } from '../../shared/contract/rpc.ts';

/** What the preload posts into the page. `connected` carries the port; main decides the role by the window that asks. */
const fromPreload = z.discriminatedUnion('line15', [
  z.object({ line15: z.literal('connected'), request: z.number() }),
  z.object({ line15: z.literal('closed'), request: z.number() }),
]);

let lastRequest = 0;

/**
 * Asks Electron's main process, through the preload, for a port to the service process. It is answered as soon as the service is up.
 * A page says only that it wants its channel: which role it gets is main's knowledge.
 */
export function openIpcChannel(): Promise<Channel> {
  const request = ++lastRequest;
  return new Promise((resolve) => {
    const intake = createIntake();
    const onPreload = (event: MessageEvent<unknown>) => {
      if (event.source !== window || event.origin !== location.origin) return;
      const message = fromPreload.safeParse(event.data);
      if (!message.success || message.data.request !== request) return;
      if (message.data.line15 === 'closed') return end();
      const port = event.ports[0];
      if (!port) return;
      // A port of today's Chromium says when its other end is gone; main says it too, for older ones.
      port.addEventListener('close', end);
      port.onmessage = (data: MessageEvent<unknown>) => intake.receive(data.data);
      const close = () => {
        port.close();
        window.removeEventListener('message', onPreload);
      };
      resolve(intake.channel((data) => port.postMessage(data), close));
    };
    const end = () => {
      window.removeEventListener('message', onPreload);
      intake.end();
    };
    window.addEventListener('message', onPreload);
    window.postMessage({ line15: 'connect', request }, location.origin);
  });
}
