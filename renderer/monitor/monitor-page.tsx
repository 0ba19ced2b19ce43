import { useTranslation } from 'react-i18next';
import { cx, useLive } from '../ui/index.ts';
import { AwayBar } from './away-bar.tsx';
import { ConsultantsTable } from './consultants-table.tsx';
import { useLine, useLineState } from './context.tsx';
import { MonitorHead } from './monitor-head.tsx';
import classes from './monitor.module.css';
import { OpenEvents } from './open-events.tsx';
import { Tiles } from './tiles.tsx';

/** «Монитор линии»: who is at what, since when, for how long still; what is to be called back by when. */
export function MonitorPage() {
  const { t } = useTranslation('monitor');
  const away = useLineState(({ connection }) => connection === 'away');
  return (
    <div className={classes.app}>
      <AwayBar />
      <MonitorHead />
      <main className={cx(classes.main, away && classes.stale)} aria-label={t('title')} tabIndex={0}>
        <Tiles />
        <ConsultantsTable />
        <OpenEvents />
      </main>
      <PageTitle />
    </div>
  );
}

/** The tab says how many are overdue, for a lead who looks at something else. */
function PageTitle() {
  const { t } = useTranslation('monitor');
  const events = useLine((line) => line.events);
  const overdue = useLive((now) => events.filter(({ dueBy }) => dueBy !== null && now > dueBy).length);
  return <title>{overdue === 0 ? t('title') : `(${overdue}) ${t('title')}`}</title>;
}
