import type { Registration } from '../../shared/contract/phone.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import { isElectron } from '../desk-api/host.ts';
import { openChannel } from '../desk-api/open-channel.ts';
import type { NearPhone, Ring } from '../desk-api/near-phone.ts';
import { keepTimeBy } from './on-time.ts';
import { startPhone } from './phone-service.ts';

export type PagePhoneOptions = {
  /** A channel that was opened while the phone was still being read. */
  opened?: Promise<Channel>;
  /** Told of every change of the registration. */
  onRegistration?: (registration: Registration) => void;
};

/**
 * Starts the phone of this page: Electron's hidden window, or the console's own page in a browser.
 * @returns the phone as the console of the same page may use it
 */
export function startPagePhone({ opened, onRegistration }: PagePhoneOptions = {}): NearPhone {
  let first = opened;
  /** Electron's hidden window is not throttled. */
  let hasBeat = isElectron();
  let tellRing: (ring: Ring) => void = () => undefined;
  const phone = startPhone({
    connect() {
      const channel = first ?? openChannel('phone');
      first = undefined;
      return channel;
    },
    log: (event, details) => console.info('phone', event, details ?? {}),
    onRing: (ring) => tellRing(ring),
    // Asked for now, the frame is due when the ring is drawn; asked for then, it would be up to 17 ms later.
    onInvite: () => void requestAnimationFrame(() => undefined),
    onRegistration(registration) {
      onRegistration?.(registration);
      // Not before: nothing is read or started that the registration would wait for.
      if (hasBeat || registration.status === 'connecting') return;
      hasBeat = true;
      keepTimeBy(new Worker(new URL('./beat-worker.ts', import.meta.url), { type: 'module' }));
    },
  });
  return { onRing: (listener) => void (tellRing = listener), answer: phone.answer };
}
