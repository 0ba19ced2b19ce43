import { Button } from '@mantine/core';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import type { i18n } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { EmptyState, LiveClockProvider, Look } from '../ui/index.ts';
import { MirrorProvider, useLineState } from './context.tsx';
import type { LineMirror } from './line-mirror.ts';
import classes from './monitor.module.css';
import { MonitorPage } from './monitor-page.tsx';

/** The lead's page, whole: everything it needs is handed in by the composition root. */
export function MonitorApp({ mirror, texts }: { mirror: LineMirror; texts: i18n }) {
  return (
    <I18nextProvider i18n={texts}>
      <LiveClockProvider clock={mirror.clock}>
        <MirrorProvider mirror={mirror}>
          <Look choice="auto">
            <Screen />
          </Look>
        </MirrorProvider>
      </LiveClockProvider>
    </I18nextProvider>
  );
}

function Screen() {
  const connection = useLineState((state) => state.connection);
  const known = useLineState(({ snapshot }) => snapshot !== null);
  if (connection === 'denied') return <Denied />;
  return known ? <MonitorPage /> : <Starting />;
}

function Starting() {
  const { t } = useTranslation('monitor');
  return (
    <main className={classes.whole} aria-label={t('title')}>
      <h1 className="unseen">{t('title')}</h1>
      <EmptyState icon={IconLink} title={t('starting')}>
        {t('startingText')}
      </EmptyState>
    </main>
  );
}

function Denied() {
  const { t } = useTranslation('monitor');
  return (
    <main className={classes.whole} aria-label={t('title')}>
      <h1 className="unseen">{t('title')}</h1>
      <EmptyState
        icon={IconLinkOff}
        title={t('denied.title')}
        action={<Button onClick={() => location.reload()}>{t('denied.retry')}</Button>}
      >
        {t('denied.text')}
      </EmptyState>
    </main>
  );
}
