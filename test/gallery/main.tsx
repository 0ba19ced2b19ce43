import { createRoot } from 'react-dom/client';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { deskApi } from '../../shared/contract/desk.ts';
import { serve } from '../../shared/contract/rpc.ts';
import { personalSettings } from '../../shared/contract/settings.ts';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { App } from '../../renderer/console/app.tsx';
import { createDesk } from '../../renderer/console/store/desk.ts';
import { DRAFTS_KEY } from '../../renderer/console/store/draft-keeper.ts';
import { createPlace } from '../../renderer/console/store/place.ts';
import { createLiveClock, pageTime } from '../../renderer/ui/live-clock.ts';
import { galleryHandlers } from './handlers.ts';
import { NOW } from './fixtures.ts';
import { heard } from './heard.ts';
import { STATES } from './states/index.ts';

const query = new URLSearchParams(location.search);
const state = STATES[query.get('state') ?? 'talking'];
if (state === undefined) throw new Error(`no such state; there are: ${Object.keys(STATES).join(', ')}`);

if (state.drafts) sessionStorage.setItem(DRAFTS_KEY, JSON.stringify(state.drafts));

const clock = createLiveClock(pageTime, NOW);
const desk = createDesk({
  connect({ onUp, onDown }) {
    if (state.snapshot === null) return () => undefined;
    const [near, far] = channelPair();
    const { handlers, show } = galleryHandlers(state, (snapshot) => server.emit('snapshot', snapshot));
    const server = serve(deskApi, heard(far), handlers, (problem) => console.error('contract', problem));
    window.gallery.show = (name) => {
      const next = STATES[name]?.snapshot;
      if (!next) throw new Error(`no such state: ${name}`);
      show(next);
    };
    onUp(near);
    if (state.away) setTimeout(onDown, 300);
    return () => server.close();
  },
  clock,
  storage: sessionStorage,
  later: (run, inMs) => void setTimeout(run, inMs),
  log: (problem) => console.error('contract', problem),
});
window.gallery.speak = (language) => {
  const personal = desk.store.getState().personal ?? personalSettings.parse({ introduced: true });
  desk.setPersonal({ ...personal, language });
};
const place = createPlace();
if (state.section) place.go(state.section);
if (state.transfer) place.openTransfer();
if (state.help) place.openHelp();
if (state.saying) place.say(state.saying);
if (state.callWarning) place.warnOfCall(state.callWarning);
if (state.shift) place.openShift(state.shift);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App desk={desk} place={place} texts={createI18n('ru')} />);
