import { useTranslation } from 'react-i18next';
import { cx, Pane, runningTime } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './idle.module.css';

/**
 * The day so far in five figures.
 * @param props.narrow in two columns, for a panel at the side
 */
export function TodayFigures({ narrow = false }: { narrow?: boolean }) {
  const { t } = useTranslation('workplace');
  const { t: between } = useTranslation('between');
  const { t: words } = useTranslation('ui');
  const today = useSnapshot((snapshot) => snapshot.today);
  const figures = [
    [t('idle.consultations'), String(today.consultations)],
    [t('idle.average'), today.averageMs === null ? words('none') : runningTime(today.averageMs)],
    [t('idle.cut'), String(today.cutAtLimit)],
    [t('idle.events'), String(today.eventsHandled)],
    [between('service.figure'), String(today.serviceCalls)],
  ] as const;
  return (
    <section aria-label={t('idle.today')} className={cx(classes.figures, narrow && classes.narrow)}>
      {figures.map(([label, value]) => (
        <Pane key={label} className={classes.figure}>
          <div className="small dim">{label}</div>
          <div className={`num ${classes.value}`}>{value}</div>
        </Pane>
      ))}
    </section>
  );
}
