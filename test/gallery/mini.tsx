import { createRoot } from 'react-dom/client';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { miniApi } from '../../shared/contract/desk.ts';
import { serve } from '../../shared/contract/rpc.ts';
import { personalSettings } from '../../shared/contract/settings.ts';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { createDesk } from '../../renderer/console/store/desk.ts';
import { MiniApp } from '../../renderer/mini/mini-app.tsx';
import { createLiveClock, pageTime } from '../../renderer/ui/live-clock.ts';
import { NOW } from './fixtures.ts';
import { heard } from './heard.ts';
import { galleryHandlers } from './handlers.ts';
import { MINI_STATES } from './states/mini.ts';

const name = new URLSearchParams(location.search).get('state') ?? 'mini';
const state = MINI_STATES[name];
if (state === undefined) throw new Error(`no such state; there are: ${Object.keys(MINI_STATES).join(', ')}`);

const desk = createDesk({
  connect({ onUp }) {
    const [near, far] = channelPair();
    const { handlers } = galleryHandlers(state, (snapshot) => server.emit('snapshot', snapshot));
    const server = serve(miniApi, heard(far), handlers, (problem) => console.error('contract', problem));
    onUp(near);
    return () => server.close();
  },
  clock: createLiveClock(pageTime, NOW),
  storage: sessionStorage,
  later: (run, inMs) => void setTimeout(run, inMs),
  log: (problem) => console.error('contract', problem),
});

window.gallery.speak = (language) => {
  const personal = desk.store.getState().personal ?? personalSettings.parse({ introduced: true });
  desk.setPersonal({ ...personal, language });
};

const root = document.getElementById('root');
if (root === null) throw new Error('mini.html has no #root');
createRoot(root).render(<MiniApp desk={desk} texts={createI18n('ru')} />);
