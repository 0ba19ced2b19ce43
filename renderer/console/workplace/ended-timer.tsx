import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { formatMmSs } from '../../../shared/regulation/consultation-clock.ts';
import { LiveCountdown, momentText, runningTime, useLive } from '../../ui/index.ts';
import { talkedMs } from './after-call-offer.ts';
import { TimerFrame } from './timer-frame.tsx';

/** The timer's place after the call: what happened, and how long the wrap-up has. */
export function EndedTimer({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { phase, wrapUpUntil, endedAt } = consultation;
  const over = useLive((now) => wrapUpUntil === null || now >= wrapUpUntil);
  const what = useWhatHappened(consultation);
  const bad = consultation.endReason === 'limit' || consultation.endReason === 'lost' || phase === 'interrupted';
  if (phase === 'interrupted' || wrapUpUntil === null || endedAt === null) {
    return <TimerFrame tone={bad ? 'last' : 'quiet'} word={what.word} big={what.talked} line={what.line} ring={null} />;
  }
  return (
    <TimerFrame
      tone={bad ? 'last' : 'quiet'}
      word={what.word}
      big={<LiveCountdown until={wrapUpUntil} />}
      line={over ? t('wrapUp.over') : t('wrapUp.left')}
      second={what.line}
      ring={over ? null : { fullAt: endedAt, emptyAt: wrapUpUntil }}
    />
  );
}

/** The end of the conversation in words, and how long it was. */
function useWhatHappened(consultation: ConsultationView): { word: string; line: string; talked: string } {
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  const { phase, endReason, endedAt, clock } = consultation;
  const when = useLive((now) => (endedAt === null ? null : momentText(words, endedAt, now)));
  const talked = runningTime(talkedMs(consultation) ?? 0);
  if (phase === 'interrupted') {
    return {
      word: t('interrupted.title'),
      line: when === null ? t('interrupted.textUnknown') : t('interrupted.text', { when }),
      talked,
    };
  }
  const took = t('wrapUp.took', { time: talked });
  if (endReason === 'limit') {
    return {
      word: t('limit.title'),
      line: t('limit.text', { limit: formatMmSs(clock?.limitMs ?? 0) }),
      talked,
    };
  }
  const word = endReason === 'lost' ? t('lost.title') : t('wrapUp.title');
  const ended = endReason === null || endReason === 'lost' ? took : `${t(`wrapUp.ended.${endReason}`)} · ${took}`;
  return { word, line: clock === null ? (endReason === null ? '' : t(`wrapUp.ended.${endReason}`)) : ended, talked };
}
