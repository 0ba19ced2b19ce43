import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { formatMmSs } from '../../../shared/regulation/consultation-clock.ts';
import { clockTime, LiveCountdown, momentText, runningTime, useLive } from '../../ui/index.ts';
import { leftMs, offerAfterCall, talkedMs } from './after-call-offer.ts';
import { TimerFrame } from './timer-frame.tsx';

/** The timer's place after the call: what happened, and what time still runs. */
export function EndedTimer({ consultation }: { consultation: ConsultationView }) {
  const { phase, endReason } = consultation;
  const redial = useLive((now) => offerAfterCall(consultation, now) === 'redial');
  if (phase === 'interrupted') return <Interrupted consultation={consultation} />;
  if (endReason === 'limit') return <Limit consultation={consultation} />;
  return redial ? <Redial consultation={consultation} /> : <WrapUp consultation={consultation} />;
}

type Props = { consultation: ConsultationView };

/** «Время истекло»: nothing is left, and the wrap-up's own time in words. */
function Limit({ consultation }: Props) {
  const { t } = useTranslation('workplace');
  return (
    <TimerFrame
      tone="quiet"
      wordTone="last"
      word={t('limit.title')}
      big={formatMmSs(0)}
      line={t('limit.text', { limit: formatMmSs(consultation.clock?.limitMs ?? 0) })}
      second={<WrapUpLeft until={consultation.wrapUpUntil} />}
      ring={wrapUpSpan(consultation)}
    />
  );
}

/** Lost by a technical fault: the time a redial goes on with, and until when. */
function Redial({ consultation }: Props) {
  const { t } = useTranslation('workplace');
  const { endedAt, continuableUntil } = consultation;
  const span = endedAt === null || continuableUntil === null ? null : { fullAt: endedAt, emptyAt: continuableUntil };
  return (
    <TimerFrame
      tone="quiet"
      wordTone="last"
      word={t('lost.title')}
      big={formatMmSs(leftMs(consultation) ?? 0)}
      line={continuableUntil === null ? '' : t('lost.redialUntil', { time: clockTime(continuableUntil) })}
      second={<Took consultation={consultation} />}
      ring={span}
    />
  );
}

/** «Оформление»: how long until the consultation moves to «Незакрытые». */
function WrapUp({ consultation }: Props) {
  const { t } = useTranslation('workplace');
  const { endReason, wrapUpUntil } = consultation;
  const over = useLive((now) => wrapUpUntil === null || now >= wrapUpUntil);
  const lost = endReason === 'lost';
  return (
    <TimerFrame
      tone="quiet"
      {...(lost ? { wordTone: 'last' as const } : {})}
      word={t(lost ? 'lost.title' : 'wrapUp.title')}
      big={wrapUpUntil === null ? formatMmSs(0) : <LiveCountdown until={wrapUpUntil} />}
      line={t(over ? 'wrapUp.over' : 'wrapUp.left')}
      second={<Took consultation={consultation} />}
      ring={over ? null : wrapUpSpan(consultation)}
    />
  );
}

/** Found after a crash: when it was, and that nothing typed is lost. */
function Interrupted({ consultation }: Props) {
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  const { endedAt } = consultation;
  const when = useLive((now) => (endedAt === null ? null : momentText(words, endedAt, now)));
  return (
    <TimerFrame
      tone="quiet"
      wordTone="last"
      word={t('interrupted.title')}
      big={formatMmSs(talkedMs(consultation) ?? 0)}
      line={when === null ? t('interrupted.textUnknown') : t('interrupted.text', { when })}
      second={t('interrupted.kept')}
      ring={null}
    />
  );
}

/** Who ended the conversation, and how long it was. */
function Took({ consultation }: Props): ReactNode {
  const { t } = useTranslation('workplace');
  const { endReason } = consultation;
  const talked = talkedMs(consultation);
  const parts = [
    endReason === null || endReason === 'lost' ? null : t(`wrapUp.ended.${endReason}`),
    talked === null ? null : t('wrapUp.took', { time: runningTime(talked) }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function WrapUpLeft({ until }: { until: number | null }) {
  const { t } = useTranslation('workplace');
  const over = useLive((now) => until === null || now >= until);
  if (until === null || over) return t('wrapUp.over');
  return (
    <>
      <LiveCountdown until={until} /> {t('wrapUp.left')}
    </>
  );
}

const wrapUpSpan = ({ endedAt, wrapUpUntil }: ConsultationView) =>
  endedAt === null || wrapUpUntil === null ? null : { fullAt: endedAt, emptyAt: wrapUpUntil };
