import { Button } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { cx, dueText, Grow, PhoneNumber, useLive } from '../../ui/index.ts';
import { useDesk } from '../store/context.tsx';
import classes from './call-row.module.css';
import { useToEvent } from './to-event.ts';
import { likelyCaller } from './who.ts';

/** «Второй звонок»: who it may be, whether an event waits for them, and one action to be rid of it; it takes no focus and moves nothing. */
export function SecondCall({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const toEvent = useToEvent();
  const who = likelyCaller(call);
  return (
    <section className={cx(classes.row, classes.second)} aria-label={t('second.title')}>
      <IconPhoneIncoming size={20} aria-hidden />
      <div className={cx(classes.who, call.openEvent !== null && classes.close)}>
        <div className="ellipsis">
          <b>{t('second.title')}</b> <PhoneNumber raw={call.number.raw} />
        </div>
        <div className="dim ellipsis" title={who ?? undefined}>
          {who === null ? t(call.number.raw === '' ? 'ringing.hidden' : 'ringing.unknown') : t('second.maybe', { who })}
        </div>
        {call.openEvent !== null && <Waits event={call.openEvent} />}
      </div>
      <Grow />
      <Button size="sm" disabled={call.number.raw === ''} onClick={() => void toEvent(call.id)}>
        {t('second.toEvent')}
      </Button>
      <Button size="sm" onClick={() => void desk.act('decline', { callId: call.id })}>
        {t('second.decline')}
      </Button>
    </section>
  );
}

/** An open event of the caller's number: it may be what they call about. */
function Waits({ event }: { event: CallbackEvent }) {
  const { t } = useTranslation('workplace');
  const { t: words } = useTranslation('ui');
  const due = useLive((now) => dueText(words, event.dueBy, now));
  return <div className="ellipsis">{t('ringing.openEvent', { due })}</div>;
}
