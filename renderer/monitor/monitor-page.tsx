import { useTranslation } from 'react-i18next';
import { cx, useLive, Verdict } from '../ui/index.ts';
import { AwayBar } from './away-bar.tsx';
import { ConsultantsTable } from './consultants-table.tsx';
import { useLine, useLineState } from './context.tsx';
import { ForecastLine } from './forecast-line.tsx';
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
        <MissingYear />
        <Tiles />
        <ForecastLine />
        <ConsultantsTable />
        <OpenEvents />
      </main>
      <PageTitle />
    </div>
  );
}

/** 2.1: from 1 December the lead is warned that the next year has no calendar yet. */
function MissingYear() {
  const { t } = useTranslation('monitor');
  const year = useLine(({ missingYear }) => missingYear);
  return year === null ? null : <Verdict tone="ask" title={t('missingYear', { year })} clauses={['2.1']} />;
}

/** The tab says how many are overdue, for a lead who looks at something else. */
function PageTitle() {
  const { t } = useTranslation('monitor');
  const events = useLine((line) => line.events);
  const overdue = useLive((now) => events.filter(({ dueBy }) => dueBy !== null && now > dueBy).length);
  return <title>{overdue === 0 ? t('title') : `(${overdue}) ${t('title')}`}</title>;
}
