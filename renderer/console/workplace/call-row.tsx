import { IconPhoneCall, IconPhoneOff, IconPhoneOutgoing, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView, ConsultationView } from '../../../shared/contract/desk.ts';
import { clockTime, cx, Grow, LiveDuration, PhoneNumber, StatePill } from '../../ui/index.ts';
import { useCard } from '../card/use-card.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './call-row.module.css';
import { CallAway } from './call-away.tsx';
import { HoldReminder } from './hold-reminder.tsx';
import { SecondCall } from './second-call.tsx';
import { SoundTrouble } from './sound-trouble.tsx';
import { troubleOf } from './trouble.ts';
import { likelyCaller } from './who.ts';

/**
 * The row above the timer. Its place is kept: it says who is on the line, becomes the second call's strip, or says that the connection
 * is away; nothing moves. During a second call the frame's bars say the latter.
 */
export function CallRow({ consultation }: { consultation: ConsultationView }) {
  const call = useSnapshot((snapshot) => snapshot.call);
  const second = useSnapshot((snapshot) => snapshot.secondCall);
  if (second !== null) return <SecondCall call={second} />;
  if (call !== null && !call.connected)
    return (
      <div className={cx(classes.row, classes.lost)}>
        <IconPlugConnectedX size={20} aria-hidden />
        <span role="status">
          <CallAway call={call} />
        </span>
        <Grow />
        {call.silentSince !== null && <LiveDuration since={call.silentSince} />}
      </div>
    );
  return <Who consultation={consultation} call={call} />;
}

function Who({ consultation, call }: { consultation: ConsultationView; call: CallView | null }) {
  const { t } = useTranslation('workplace');
  const { t: between } = useTranslation('between');
  const { card } = useCard(consultation);
  const name = card.contact || consultation.displayName || (call?.service ?? '');
  const known = [card.organisation, card.city].filter(Boolean).join(', ');
  const likely = call === null || name !== '' ? null : likelyCaller(call);
  const where =
    consultation.kind === 'service'
      ? between('service.mark')
      : known || (likely === null ? t('strip.unnamed') : t('ringing.maybe', { who: likely }));
  const Icon = call === null ? IconPhoneOff : call.direction === 'outgoing' ? IconPhoneOutgoing : IconPhoneCall;
  return (
    <div className={classes.row}>
      <Icon size={20} aria-hidden />
      <div className={classes.who}>
        <div className={classes.first}>
          {name !== '' && (
            <b className="ellipsis" title={name}>
              {name}
            </b>
          )}
          <PhoneNumber raw={consultation.number} />
        </div>
        <div className="dim ellipsis" title={where}>
          {where}
        </div>
      </div>
      <Grow />
      <CallMarks consultation={consultation} call={call} />
    </div>
  );
}

/** Right in the row: what must not be forgotten (held, muted) or is wrong with the sound, else the line that was dialled. */
function CallMarks({ consultation, call }: { consultation: ConsultationView; call: CallView | null }) {
  const { t } = useTranslation('workplace');
  if (call === null) {
    if (consultation.endedAt === null) return null;
    return <span className="small dim">{t('strip.ended', { time: clockTime(consultation.endedAt) })}</span>;
  }
  if (call.held && call.heldSince !== null)
    return (
      <span className={classes.marks}>
        <StatePill tone="warn">
          {t('strip.held', { time: '' })}
          <LiveDuration since={call.heldSince} />
        </StatePill>
        <HoldReminder since={call.heldSince} />
      </span>
    );
  const trouble = troubleOf(call);
  if (trouble !== null) return <SoundTrouble trouble={trouble} />;
  if (call.muted) return <StatePill tone="warn">{t('strip.muted')}</StatePill>;
  if (call.direction === 'outgoing') return <span className="small dim">{t('strip.outgoing')}</span>;
  if (call.dialled === '') return null;
  return (
    <span className={cx('small dim', classes.line)}>
      {t('strip.dialledLine', { number: '' })}
      <PhoneNumber raw={call.dialled} />
    </span>
  );
}
