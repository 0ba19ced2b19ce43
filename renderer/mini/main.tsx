import { createRoot } from 'react-dom/client';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { createDesk } from '../console/store/desk.ts';
import { keepConnected, openChannel } from '../desk-api/index.ts';
import { createLiveClock, pageTime } from '../ui/live-clock.ts';
import { MiniApp } from './mini-app.tsx';

// «Мини-окно» of Electron: the desk as the console sees it, over a channel that may ask little (shared/contract/desk.ts, miniApi).
const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

const desk = createDesk({
  connect: ({ onUp, onDown }) => keepConnected({ open: () => openChannel('console'), onUp, onDown }),
  clock: createLiveClock(pageTime, Date.now()),
  // Nothing is typed here.
  storage: nothingKept,
  later: (run, inMs) => void setTimeout(run, inMs),
  log: (problem) => console.error('contract', problem),
});

// Look and language may have been changed while it was hidden.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  desk.resync();
  void desk.ask('settings', {}).then((outcome) => outcome.ok && desk.setPersonal(outcome.value.personal));
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<MiniApp desk={desk} texts={createI18n('ru')} />);
