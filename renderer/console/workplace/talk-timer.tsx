import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../../shared/contract/clock.ts';
import { elapsedMs, formatMmSs, remainingMs, stageAt } from '../../../shared/regulation/consultation-clock.ts';
import { clockTime, useLive, useLiveClock } from '../../ui/index.ts';
import { STAGE_TONE, stageWords } from './stage.ts';
import { StageAnnouncer } from './stage-announcer.tsx';
import { TimerFrame } from './timer-frame.tsx';
import classes from './timer.module.css';

/** The running consultation: time left as the biggest thing, its stage in words and colour, the ring emptying. */
export function TalkTimer({ clock }: { clock: ConsultationClock }) {
  const { t } = useTranslation('workplace');
  const live = useLiveClock();
  useEffect(() => live.alignTo(clock.limitAt), [live, clock.limitAt]);
  const stage = useLive((now) => stageAt(clock, now));
  const left = useLive((now) => formatMmSs(remainingMs(clock, now), 'up'));
  const elapsed = useLive((now) => formatMmSs(elapsedMs(clock, now)));
  const grant = clock.grants.at(-1);
  const parts = [
    t('timer.of', { limit: formatMmSs(clock.limitMs) }),
    t('timer.elapsed', { time: elapsed }),
    clock.scale === 1
      ? t('timer.limitAt', { time: clockTime(clock.limitAt) })
      : t('timer.fast', { scale: clock.scale }),
  ];
  return (
    <>
      <TimerFrame
        tone={STAGE_TONE[stage]}
        word={stageWords(t, stage, clock)}
        big={
          <span role="timer" aria-label={t('timer.label')}>
            {left}
          </span>
        }
        line={
          <span className="num">
            {parts.map((part, index) => (
              <Fragment key={index}>
                {index > 0 && ' · '}
                <span className={classes.part}>{part}</span>
              </Fragment>
            ))}
          </span>
        }
        second={
          grant && (
            <span className={classes.granted} role="status">
              {t('timer.granted', { minutes: grant.minutes, reason: grant.reason })}
            </span>
          )
        }
        ring={{ fullAt: clock.limitAt - clock.limitMs / clock.scale, emptyAt: clock.limitAt }}
      />
      <StageAnnouncer clock={clock} stage={stage} />
    </>
  );
}
