import { useTranslation } from 'react-i18next';
import { isPressing, isOverdue } from '../../shared/regulation/order.ts';
import { cx } from './class-names.ts';
import { useLive } from './live.tsx';
import { dueText, dueTextInFull, durationText, momentText } from './texts.ts';
import { clockTime, runningTime } from './time-format.ts';
import pill from './pill.module.css';

/** Running time since an instant, «4:12»; changes each second. */
export function LiveDuration({ since, className }: { since: number; className?: string }) {
  const text = useLive((now) => runningTime(now - since));
  return <span className={cx('num', className)}>{text}</span>;
}

/** Running time until an instant, «11:20», never below zero. */
export function LiveCountdown({ until, className }: { until: number; className?: string }) {
  const text = useLive((now) => runningTime(until - now + 999));
  return <span className={cx('num', className)}>{text}</span>;
}

/** How long ago in whole minutes, «4 мин»: for states that last. */
export function LiveMinutes({ since }: { since: number }) {
  const { t } = useTranslation();
  return <>{useLive((now) => durationText(t, now - since))}</>;
}

/** A due time, «сегодня до 18:00»; the whole («… по Москве») on hover. */
export function DueTime({ dueBy, className }: { dueBy: number | null; className?: string }) {
  const { t } = useTranslation();
  const text = useLive((now) => dueText(t, dueBy, now));
  const full = useLive((now) => dueTextInFull(t, dueBy, now));
  return (
    <span className={className} title={full}>
      {text}
    </span>
  );
}

/** A moment of today or another day, «14:18», «вчера в 14:18». */
export function Moment({ at, className }: { at: number; className?: string }) {
  const { t } = useTranslation();
  const text = useLive((now) => momentText(t, at, now));
  return <time className={cx('num', className)}>{text}</time>;
}

/** The time of day in Moscow. */
export function MoscowClock() {
  return <>{useLive(clockTime)}</>;
}

/** Time left until due-by in a pill of fixed width: blue, amber in the last half hour, red when overdue. */
export function TimeLeft({ dueBy }: { dueBy: number | null }) {
  const { t } = useTranslation();
  const duration = useLive((now) => (dueBy === null ? '' : durationText(t, Math.abs(dueBy - now))));
  const tone = useLive((now) => (isOverdue(dueBy, now) ? 'last' : isPressing(dueBy, now) ? 'warn' : 'calm'));
  if (dueBy === null) return <span className={cx(pill.pill, pill.fixed)}>{t('none')}</span>;
  const late = tone === 'last';
  return (
    <span
      className={cx(pill.pill, pill.fixed, pill[tone], 'num')}
      title={t(late ? 'timeLeft.overdue' : 'timeLeft.left', { duration })}
    >
      {late ? t('duration.overdue', { duration }) : duration}
    </span>
  );
}
