import type { TFunction } from 'i18next';
import type { ConsultationClock } from '../../../shared/contract/clock.ts';
import type { Stage } from '../../../shared/regulation/consultation-clock.ts';

/** The colour of a stage; `quiet` outside of a running consultation. */
export type StageTone = 'calm' | 'warn' | 'last' | 'quiet';

export const STAGE_TONE: Readonly<Record<Stage, StageTone>> = {
  calm: 'calm',
  warning: 'warn',
  'last-minute': 'last',
  notice: 'last',
  over: 'last',
};

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** The stage in words, with this clock's own lengths: policies differ. */
export function stageWords(t: TFunction<'workplace'>, stage: Stage, clock: ConsultationClock): string {
  switch (stage) {
    case 'calm':
      return t('timer.calm');
    case 'warning':
      return t('timer.warning', { left: lengthWords(t, (clock.limitAt - clock.warningAt) * clock.scale) });
    case 'last-minute':
      return t('timer.lastMinute');
    case 'notice':
      return t('timer.notice');
    case 'over':
      return t(clock.atLimit === 'warn-only' ? 'timer.overWarnOnly' : 'timer.over');
  }
}

/** «3 минут», «40 секунд»: a length as it stands after «меньше». */
function lengthWords(t: TFunction<'workplace'>, lengthMs: number): string {
  return lengthMs >= MINUTE_MS
    ? t('timer.minutes', { count: Math.round(lengthMs / MINUTE_MS) })
    : t('timer.seconds', { count: Math.round(lengthMs / SECOND_MS) });
}
