import { IconPhoneIncoming } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { PhoneNumber } from '../../ui/index.ts';
import { usePlaceState, useSnapshot } from '../store/context.tsx';
import { workplaceMode } from '../workplace/mode.ts';
import { RingingButtons } from '../workplace/ringing-buttons.tsx';
import { SecondCall } from '../workplace/second-call.tsx';
import { likelyCaller } from '../workplace/who.ts';
import classes from './call-float.module.css';

/** A call that comes while something else is open floats over it: nothing moves, and it can be answered at once. */
export function CallFloat() {
  const away = usePlaceState(({ section }) => section !== 'workplace');
  const mode = useSnapshot(workplaceMode);
  const call = useSnapshot((snapshot) => snapshot.call);
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  if (away && second !== null)
    return (
      <div className={classes.float}>
        <SecondCall call={second} />
      </div>
    );
  const shownAlready = !away && mode === 'ringing';
  if (shownAlready || call?.phase !== 'ringing' || call.direction !== 'incoming') return null;
  return (
    <div className={classes.float}>
      <Incoming call={call} />
    </div>
  );
}

function Incoming({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const who = likelyCaller(call);
  return (
    <section className={classes.incoming} aria-label={t('ringing.incoming')}>
      <IconPhoneIncoming size={20} aria-hidden />
      <div className={classes.who}>
        <div>
          <b>{t('ringing.incoming')}</b> <PhoneNumber raw={call.number.raw} />
        </div>
        <div className="dim ellipsis" title={who ?? undefined}>
          {who === null
            ? t(call.number.raw === '' ? 'ringing.hidden' : 'ringing.unknown')
            : t('ringing.maybe', { who })}
        </div>
      </div>
      <RingingButtons call={call} size="md" />
    </section>
  );
}
