import { openChannel } from '../desk-api/open-channel.ts';
import { startPhone } from './phone-service.ts';

/** The hidden phone window: nothing but the phone, so that no other window's reload or crash touches a call. */
startPhone({
  connect: () => openChannel('phone'),
  log: (event, details) => console.info('phone', event, details ?? {}),
});
