import { createRoot } from 'react-dom/client';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { lineApi } from '../../shared/contract/line.ts';
import { serve } from '../../shared/contract/rpc.ts';
import { createI18n } from '../../shared/i18n/i18n.ts';
import { createLineMirror } from '../../renderer/monitor/line-mirror.ts';
import { MonitorApp } from '../../renderer/monitor/monitor-app.tsx';
import { createLiveClock, pageTime } from '../../renderer/ui/live-clock.ts';
import { NOW } from './fixtures.ts';
import { heard } from './heard.ts';
import { MONITOR_STATES } from './states/monitor.ts';

const name = new URLSearchParams(location.search).get('state') ?? 'monitor';
const state = MONITOR_STATES[name];
if (state === undefined) throw new Error(`no such state; there are: ${Object.keys(MONITOR_STATES).join(', ')}`);

const mirror = createLineMirror({
  connect({ onUp, onDown }) {
    const { snapshot } = state;
    if (snapshot === null) {
      if (state.denied) setTimeout(onDown);
      return () => undefined;
    }
    const [near, far] = channelPair();
    const handlers = { snapshot: () => ({ ok: true as const, value: snapshot }), grant: state.grant };
    const server = serve(lineApi, heard(far), handlers, (problem) => console.error('contract', problem));
    onUp(near);
    if (state.away) setTimeout(onDown, 300);
    return () => server.close();
  },
  mayWatch: () => Promise.resolve(state.denied !== true),
  clock: createLiveClock(pageTime, NOW),
  log: (problem) => console.error('contract', problem),
});

const root = document.getElementById('root');
if (root === null) throw new Error('monitor.html has no #root');
const texts = createI18n('ru');
window.gallery.speak = (language) => {
  document.documentElement.lang = language;
  void texts.changeLanguage(language);
};
createRoot(root).render(<MonitorApp mirror={mirror} texts={texts} />);
