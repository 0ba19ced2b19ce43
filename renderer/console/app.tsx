import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { i18n } from 'i18next';
import { LiveClockProvider, Look } from '../ui/index.ts';
import { Elsewhere } from './frame/elsewhere.tsx';
import { Frame } from './frame/frame.tsx';
import { Notices } from './frame/notices.tsx';
import { Starting } from './frame/starting.tsx';
import { ConsoleProvider, useDeskState, usePlaceState } from './store/context.tsx';
import type { Desk } from './store/desk.ts';
import type { Place } from './store/place.ts';
import { usePersonal } from './store/personal.ts';
import { Sections } from './sections.tsx';

/** The console's page, whole: everything it needs is handed in by the composition root. */
export function App({ desk, place, texts }: { desk: Desk; place: Place; texts: i18n }) {
  return (
    <I18nextProvider i18n={texts}>
      <LiveClockProvider clock={desk.clock}>
        <ConsoleProvider desk={desk} place={place}>
          <Dressed texts={texts} />
        </ConsoleProvider>
      </LiveClockProvider>
    </I18nextProvider>
  );
}

/** The consultant's own look and language, once they are known. */
function Dressed({ texts }: { texts: i18n }) {
  const { theme, language } = usePersonal();
  useEffect(() => {
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [texts, language]);
  return (
    <Look choice={theme}>
      <Screen />
      <Notices />
    </Look>
  );
}

function Screen() {
  const elsewhere = useDeskState((state) => state.elsewhere);
  const known = useDeskState((state) => state.snapshot !== null);
  const section = usePlaceState((state) => state.section);
  if (elsewhere) return <Elsewhere inCall={elsewhere.inCall} />;
  if (!known) return <Starting />;
  return (
    <Frame>
      <Sections section={section} />
    </Frame>
  );
}
