import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Notices } from '../console/frame/notices.tsx';
import { ConsoleProvider, useDeskState } from '../console/store/context.tsx';
import type { Desk } from '../console/store/desk.ts';
import { usePersonal } from '../console/store/personal.ts';
import { createPlace } from '../console/store/place.ts';
import { LiveClockProvider, Look } from '../ui/index.ts';
import { MiniCall } from './mini-call.tsx';

/** «Мини-окно», whole: the console's own providers and look around one small card. */
export function MiniApp({ desk, texts }: { desk: Desk; texts: i18n }) {
  const [place] = useState(createPlace);
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

function Dressed({ texts }: { texts: i18n }) {
  const { theme, language } = usePersonal();
  const known = useDeskState(({ snapshot }) => snapshot !== null);
  useEffect(() => {
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [texts, language]);
  return (
    <Look choice={theme}>
      {known && <MiniCall />}
      <Notices />
    </Look>
  );
}
