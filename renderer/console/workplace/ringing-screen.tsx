import { IconPhoneIncoming } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { Pane, PhoneNumber, TwoPanes, useAfterPaint } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { provisionalCall } from '../store/near-ring.ts';
import { callWaits } from './mode.ts';
import { OpenEvent } from './open-event.tsx';
import { RingingButtons } from './ringing-buttons.tsx';
import { RingingSide } from './ringing-side.tsx';
import { likelyCaller } from './who.ts';
import classes from './ringing.module.css';

/** Whose call is drawn before there is one. */
const NOBODY = provisionalCall({ callId: '', number: '', displayName: '', dialled: '' }, 0);

/** «Рабочее место» while it rings: who it may be, and the one thing to do. Drawn unseen before it rings. */
export function RingingScreen() {
  const { t } = useTranslation('workplace');
  const call = useSnapshot((snapshot) => (callWaits(snapshot) ? snapshot.call : null)) ?? NOBODY;
  // «Ответить» is painted first; what may be known of the caller comes with the next frame.
  const known = useAfterPaint(call, NOBODY);
  const right = known !== NOBODY && known.id === call.id && <RingingSide call={known} />;
  return <TwoPanes rightLabel={t('ringing.who')} head={<Ringing call={call} />} right={right} />;
}

function Ringing({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const { t: between } = useTranslation('between');
  const who = likelyCaller(call);
  const hidden = call.number.raw === '';
  return (
    <>
      <Pane className={classes.pane}>
        <div className={classes.line}>
          <IconPhoneIncoming size={18} aria-hidden />
          <span>
            {t('ringing.incoming')}
            {call.dialled !== '' && (
              <>
                {' · '}
                {t('ringing.onLine', { number: '' })}
                <PhoneNumber raw={call.dialled} />
              </>
            )}
          </span>
        </div>
        <div>
          <PhoneNumber raw={call.number.raw} className={classes.number} />
          <div className={classes.who} title={who ?? undefined}>
            {call.service === null
              ? who === null
                ? t(hidden ? 'ringing.hidden' : 'ringing.unknown')
                : t('ringing.maybe', { who })
              : between('service.ringing', { name: call.service })}
          </div>
        </div>
        {call.openEvent !== null && <OpenEvent event={call.openEvent} />}
        <RingingButtons call={call} size="lg" />
      </Pane>
      <div className="small dimmer">
        {!hidden &&
          (call.callsThisWeek === 0 ? t('ringing.firstCall') : t('ringing.calls', { count: call.callsThisWeek }))}{' '}
        {t('ringing.nothingFilled')}
      </div>
    </>
  );
}
