import { useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../shared/contract/clock.ts';
import { formatMmSs, remainingMs, stageAt } from '../../shared/regulation/consultation-clock.ts';
import { useLive, useLiveClock } from '../ui/index.ts';
import classes from './monitor.module.css';
import { STAGE_TONE } from './state-of.ts';

/** Time left and its bar. The bar empties by one CSS animation from the start to the limit; only the digits change each second. */
export function TimeLeftCell({ clock }: { clock: ConsultationClock }) {
  const { t } = useTranslation('monitor');
  const left = useLive((now) => formatMmSs(remainingMs(clock, now), 'up'));
  const stage = useLive((now) => stageAt(clock, now));
  const granted = clock.grants.reduce((sum, { minutes }) => sum + minutes, 0);
  const reason = clock.grants.at(-1)?.reason ?? '';
  const words =
    granted > 0
      ? t('granted', { count: granted, reason })
      : `${t(`stage.${stage}`)} ${t('of', { limit: formatMmSs(clock.limitMs) })}`;
  return (
    <div className={classes.timeLeft} data-tone={STAGE_TONE[stage]} data-stage={stage}>
      <span className={classes.digits} role="timer" aria-label={`${left}, ${t(`stage.${stage}`)}`}>
        {left}
      </span>
      <div className={classes.barAndWords}>
        <Bar clock={clock} />
        <span className={classes.stageWords} title={words}>
          {words}
        </span>
      </div>
    </div>
  );
}

/** Full at the start of the consultation, empty at its limit; a new limit starts it anew from where it stands. */
function Bar({ clock: { limitAt, limitMs, scale } }: { clock: ConsultationClock }) {
  const page = useLiveClock();
  const style = useMemo((): CSSProperties & Record<`--${string}`, string> => {
    const wholeMs = limitMs / scale;
    const goneMs = wholeMs - (limitAt - page.now());
    return { '--whole': `${wholeMs}ms`, '--gone': `${-Math.max(0, goneMs)}ms` };
  }, [page, limitAt, limitMs, scale]);
  return (
    <span className={classes.bar} aria-hidden>
      <span key={`${limitAt} ${limitMs}`} className={classes.barLeft} style={style} />
    </span>
  );
}
