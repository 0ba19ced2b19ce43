import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime, momentText, MoscowClock, StatePill, useLive } from '../ui/index.ts';
import { useLine } from './context.tsx';
import classes from './monitor.module.css';

/** The page's name, the line's hours, the time. */
export function MonitorHead() {
  const { t } = useTranslation('monitor');
  const training = useLine(({ mode }) => mode === 'training');
  return (
    <header className={classes.head}>
      <h1>{t('title')}</h1>
      {training && <StatePill tone="training">{t('training')}</StatePill>}
      <span className={classes.hours}>
        <IconClock size={17} aria-hidden />
        <Hours />
      </span>
      <span className={classes.clock}>
        <b className="num">
          <MoscowClock />
        </b>{' '}
        <span className="small dim">{t('moscow')}</span>
      </span>
    </header>
  );
}

function Hours() {
  const { t } = useTranslation('monitor');
  const { t: ui } = useTranslation();
  const open = useLine((line) => line.open);
  const until = useLine((line) => line.until);
  const when = useLive((now) => (until === null ? null : momentText(ui, until, now)));
  if (until === null || when === null) return <>{t('noCalendar')}</>;
  return <>{open ? t('openUntil', { time: clockTime(until) }) : t('closedUntil', { when })}</>;
}
