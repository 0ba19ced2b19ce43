import { isElectron } from '../desk-api/host.ts';
import { tabId } from '../desk-api/tab-id.ts';

/** Reading and drawing the screens keeps the page's thread busy; they wait for the registration, but never longer than this. */
const SCREENS_AT_LATEST_MS = 200;

// In Electron the phone has a hidden window of its own. In a browser it shares the console's page and comes first. The tab's name is asked
// for even before, since its answer would wait behind them.
if (!isElectron()) {
  void tabId();
  const { startPagePhone } = await import('../phone/page-phone.ts');
  await new Promise<void>((resolve) => {
    setTimeout(resolve, SCREENS_AT_LATEST_MS);
    startPagePhone(({ status }) => void (status !== 'connecting' && resolve()));
  });
}
await import('./main.tsx');
