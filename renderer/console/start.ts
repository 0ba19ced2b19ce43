import { isElectron } from '../desk-api/host.ts';
import { tabId } from '../desk-api/tab-id.ts';

// In a browser the phone shares the console's page and comes first: it registers while the screens are still being read. The tab's name is
// asked for even before, since its answer would wait behind them. In Electron the phone has a hidden window of its own.
if (!isElectron()) {
  void tabId();
  void import('../phone/main.ts');
}
void import('./main.tsx');
