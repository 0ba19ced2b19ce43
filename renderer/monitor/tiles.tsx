import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../shared/regulation/order.ts';
import { cx, relativeDay, useLive } from '../ui/index.ts';
import { useLine } from './context.tsx';
import classes from './monitor.module.css';

/** The line in five numbers. */
export function Tiles() {
  const { t } = useTranslation('monitor');
  const consultants = useLine((line) => line.consultants);
  const events = useLine((line) => line.events);
  const overdue = useLive((now) => events.filter(({ dueBy }) => isOverdue(dueBy, now)).length);
  const dueToday = useLive(
    (now) =>
      events.filter(({ dueBy }) => dueBy === null || (!isOverdue(dueBy, now) && relativeDay(dueBy, now) === 'today'))
        .length,
  );
  const inActivity = (wanted: string) => consultants.filter(({ activity }) => activity === wanted).length;
  const ready = consultants.filter(
    ({ activity, availability, registered }) => activity === 'idle' && availability.kind === 'ready' && registered,
  ).length;
  return (
    <dl className={classes.tiles} aria-label={t('tiles')}>
      <Tile name={t('tile.talking')} value={inActivity('talking')} />
      <Tile name={t('tile.ready')} value={ready} />
      <Tile name={t('tile.wrapUp')} value={inActivity('wrap-up')} />
      <Tile name={t('tile.dueToday')} value={dueToday} />
      <Tile name={t('tile.overdue')} value={overdue} alarming={overdue > 0} />
    </dl>
  );
}

function Tile({ name, value, alarming }: { name: string; value: number; alarming?: boolean }) {
  return (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd className={cx('num', alarming && classes.alarming)}>{value}</dd>
    </div>
  );
}
