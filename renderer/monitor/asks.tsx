import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import type { Presence } from '../../shared/contract/line.ts';
import { asksLeads } from '../../shared/regulation/consultation-clock.ts';
import { StatePill, useLive } from '../ui/index.ts';
import classes from './monitor.module.css';

/** What a consultation asks of the leads by itself: minutes when it is critical and its time runs short (4.1), a look at a complaint (5.1). */
export function Asks(props: { consultation: NonNullable<Presence['consultation']>; clock: ConsultationClock | null }) {
  const { t } = useTranslation('monitor');
  const { clock } = props;
  const { critical = false, complaint = false } = props.consultation;
  const asks = useLive((now) => critical && clock !== null && asksLeads('confirmed', clock, now));
  return (
    <div role="status" className={classes.asks}>
      {asks && (
        <StatePill tone="last" title={t('asks.critical')}>
          {t('asks.minutes')}
        </StatePill>
      )}
      {!asks && critical && <StatePill tone="warn">{t('asks.critical')}</StatePill>}
      {complaint && <StatePill tone="warn">{t('asks.complaint')}</StatePill>}
    </div>
  );
}
