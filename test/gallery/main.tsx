import { createRoot } from 'react-dom/client';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { deskApi } from '../../shared/contract/desk.ts';
import { serve } from '../../shared/contract/rpc.ts';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { App } from '../../renderer/console/app.tsx';
import { createDesk } from '../../renderer/console/store/desk.ts';
import { createPlace } from '../../renderer/console/store/place.ts';
import { createLiveClock, pageTime } from '../../renderer/ui/live-clock.ts';
import { galleryHandlers } from './handlers.ts';
import { NOW } from './fixtures.ts';
import { STATES } from './states/index.ts';

const query = new URLSearchParams(location.search);
const state = STATES[query.get('state') ?? 'talking'];
if (state === undefined) throw new Error(`no such state; there are: ${Object.keys(STATES).join(', ')}`);

const clock = createLiveClock(pageTime, NOW);
const desk = createDesk({
  connect({ onUp, onDown }) {
    if (state.snapshot === null) return () => undefined;
    const [near, far] = channelPair();
    const handlers = galleryHandlers(state, (snapshot) => server.emit('snapshot', snapshot));
    const server = serve(deskApi, far, handlers, (problem) => console.error('contract', problem));
    onUp(near);
    if (state.elsewhere) server.emit('elsewhere', state.elsewhere);
    if (state.away) setTimeout(onDown, 300);
    return () => server.close();
  },
  clock,
  storage: sessionStorage,
  later: (run, inMs) => void setTimeout(run, inMs),
  log: (problem) => console.error('contract', problem),
});
const place = createPlace();
if (state.section) place.go(state.section);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App desk={desk} place={place} texts={createI18n('ru')} />);
