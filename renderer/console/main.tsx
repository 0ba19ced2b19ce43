import { createRoot } from 'react-dom/client';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { keepConnected, openChannel } from '../desk-api/index.ts';
import type { NearPhone } from '../desk-api/near-phone.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { createLiveClock, pageTime } from '../ui/live-clock.ts';
import { App } from './app.tsx';
import { watchForSleep } from './store/sleep-watch.ts';
import { createDesk } from './store/desk.ts';
import { createPlace } from './store/place.ts';

/**
 * Draws the console.
 * @param near the phone of this page; null in Electron, where it has a window of its own
 */
export function startConsole(near: NearPhone | null): void {
  const clock = createLiveClock(pageTime, Date.now());
  const desk = createDesk({
    connect: ({ onUp, onDown }) => keepConnected({ open: () => openChannel('console'), onUp, onDown }),
    near,
    clock,
    storage: sessionStorage,
    later: (run, inMs) => void setTimeout(run, inMs),
    painted: afterPaint,
    log: (problem) => console.error('contract', problem),
  });
  watchForSleep({ clock, wall: Date.now, monotonic: () => performance.now(), onSleep: desk.resync });

  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(<App desk={desk} place={createPlace()} texts={createI18n('ru')} />);
}
