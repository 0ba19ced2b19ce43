import { createRoot } from 'react-dom/client';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { keepConnected, webSocketChannel } from '../desk-api/index.ts';
import { createLiveClock, pageTime } from '../ui/live-clock.ts';
import { createLineMirror } from './line-mirror.ts';
import { mayWatch, monitorSocketAddress } from './line-access.ts';
import { MonitorApp } from './monitor-app.tsx';

const language = navigator.language.startsWith('en') ? 'en' : 'ru';
document.documentElement.lang = language;

const clock = createLiveClock(pageTime, Date.now());
const mirror = createLineMirror({
  connect: ({ onUp, onDown }) =>
    keepConnected({ open: () => webSocketChannel(new WebSocket(monitorSocketAddress(location.href))), onUp, onDown }),
  mayWatch: () => mayWatch(fetch, location.href),
  clock,
  log: (problem) => console.error('contract', problem),
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<MonitorApp mirror={mirror} texts={createI18n(language)} />);
