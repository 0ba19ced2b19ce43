import type { Registration } from '../../shared/contract/phone.ts';
import type { Channel } from '../../shared/contract/rpc.ts';
import { openChannel } from '../desk-api/open-channel.ts';
import { startPhone } from './phone-service.ts';

export type PagePhoneOptions = {
  /** A channel that was opened while the phone was still being read. */
  opened?: Promise<Channel>;
  /** Told of every change of the registration. */
  onRegistration?: (registration: Registration) => void;
};

/** Starts the phone of this page: Electron's hidden window, or the console's own page in a browser. */
export function startPagePhone({ opened, ...options }: PagePhoneOptions = {}): void {
  let first = opened;
  startPhone({
    connect() {
      const channel = first ?? openChannel('phone');
      first = undefined;
      return channel;
    },
    log: (event, details) => console.info('phone', event, details ?? {}),
    ...options,
  });
}
