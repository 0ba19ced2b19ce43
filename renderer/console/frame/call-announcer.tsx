import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../store/context.tsx';
import { callerText } from '../workplace/who.ts';

/** Says an incoming and a second call to a screen reader, once each, from whatever section. */
export function CallAnnouncer() {
  const { t } = useTranslation(['workplace', 'ui']);
  const call = useSnapshot((snapshot) => snapshot.call);
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  const ringing = call?.phase === 'ringing' && call.direction === 'incoming';
  return (
    <div className="unseen" aria-live="assertive">
      {ringing && t('ringing.announced', { who: callerText(call, t('ui:phone.hidden')) })}
      {second !== null && t('second.announced', { who: callerText(second, t('ui:phone.hidden')) })}
    </div>
  );
}
