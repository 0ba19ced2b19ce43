import { isElectron } from '../desk-api/host.ts';
import type { NearPhone } from '../desk-api/near-phone.ts';
import { openChannel } from '../desk-api/open-channel.ts';

/** Reading and drawing the screens keeps the page's thread busy; they wait for the registration, but never longer than this. */
const SCREENS_AT_LATEST_MS = 200;

// In Electron the phone has a hidden window of its own. In a browser it shares the console's page and comes first; its channel is opened
// even before its code is there.
let near: NearPhone | null = null;
if (!isElectron()) {
  const opened = openChannel('phone');
  // Whoever uses it learns of a failure; until then it is nobody's.
  opened.catch(() => undefined);
  const { startPagePhone } = await import('../phone/page-phone.ts');
  await new Promise<void>((resolve) => {
    setTimeout(resolve, SCREENS_AT_LATEST_MS);
    near = startPagePhone({ opened, onRegistration: ({ status }) => void (status !== 'connecting' && resolve()) });
  });
}
const { startConsole } = await import('./main.tsx');
startConsole(near);
