import type { Registration } from '../../shared/contract/phone.ts';
import { openChannel } from '../desk-api/open-channel.ts';
import { startPhone } from './phone-service.ts';

/**
 * Starts the phone of this page: Electron's hidden window, or the console's own page in a browser.
 * @param onRegistration told of every change of the registration
 */
export function startPagePhone(onRegistration?: (registration: Registration) => void): void {
  startPhone({
    connect: () => openChannel('phone'),
    log: (event, details) => console.info('phone', event, details ?? {}),
    ...(onRegistration === undefined ? {} : { onRegistration }),
  });
}
