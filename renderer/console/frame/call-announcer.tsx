import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { useSnapshot } from '../store/context.tsx';
import { callerText } from '../workplace/who.ts';

/** Says an incoming and a second call to a screen reader, an answer to one's own and how a conversation ended; once each, from whatever section. */
export function CallAnnouncer() {
  const { t } = useTranslation(['workplace', 'ui']);
  const call = useSnapshot((snapshot) => snapshot.call);
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  const consultation = useSnapshot((snapshot) => snapshot.consultation);
  const ringing = call?.phase === 'ringing' && call.direction === 'incoming';
  return (
    <>
      <div className="unseen" aria-live="assertive">
        {ringing && t('ringing.announced', { who: callerText(call, t('ui:phone.hidden')) })}
        {second !== null && t('second.announced', { who: callerText(second, t('ui:phone.hidden')) })}
      </div>
      <div className="unseen" aria-live="polite">
        {consultation !== null && <Turn consultation={consultation} />}
      </div>
    </>
  );
}

/** What a conversation has turned to, once its timer says no stages. */
function Turn({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { phase, endReason } = consultation;
  if (phase === 'waiting') return t('outgoing.waiting');
  if (phase === 'interrupted') return t('interrupted.title');
  if (phase !== 'wrap-up' || endReason === null) return null;
  if (endReason === 'limit') return t('limit.title');
  return endReason === 'lost' ? t('lost.title') : t(`wrapUp.ended.${endReason}`);
}
