import type { i18n } from 'i18next';
import { useEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { LiveClockProvider, Look } from '../ui/index.ts';
import { Notices } from './frame/notices.tsx';
import { ConsoleProvider } from './store/context.tsx';
import type { Desk } from './store/desk.ts';
import { useAskPersonal, usePersonal } from './store/personal.ts';
import type { Place } from './store/place.ts';

export type DressedProps = { desk: Desk; place: Place; texts: i18n; children: ReactNode };

/** A window on the desk, the console's or the mini one: what its parts need handed in, the consultant's look and language, the passing notices. */
export function Dressed({ desk, place, texts, children }: DressedProps) {
  return (
    <I18nextProvider i18n={texts}>
      <LiveClockProvider clock={desk.clock}>
        <ConsoleProvider desk={desk} place={place}>
          <InOwnLook texts={texts}>
            {children}
            <Notices />
          </InOwnLook>
        </ConsoleProvider>
      </LiveClockProvider>
    </I18nextProvider>
  );
}

/** The consultant's own look and language, once they are known. */
function InOwnLook({ texts, children }: { texts: i18n; children: ReactNode }) {
  useAskPersonal();
  const { theme, language } = usePersonal();
  useEffect(() => {
    document.documentElement.lang = language;
    if (texts.language !== language) void texts.changeLanguage(language);
  }, [texts, language]);
  return <Look choice={theme}>{children}</Look>;
}
