import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { Bar, Grow, LiveDuration } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './controls.module.css';
import { EndButton } from './talk-controls.tsx';
import { TimerFrame } from './timer-frame.tsx';
import { ToneKeypad } from './tone-keypad.tsx';

/** An outgoing call before the user is at the phone: how long it rings, or since when it is answered. */
export function DiallingTimer({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const call = useSnapshot((snapshot) => snapshot.call);
  const waiting = consultation.phase === 'waiting';
  const since = (waiting ? call?.answeredAt : call?.startedAt) ?? null;
  return (
    <TimerFrame
      tone="quiet"
      word={t(waiting ? 'outgoing.waiting' : 'outgoing.dialling')}
      big={since === null ? '0:00' : <LiveDuration since={since} />}
      line={waiting ? t('outgoing.waitingHint') : ''}
      ring={null}
    />
  );
}

/** «Пользователь у телефона» is the next thing once somebody answered. */
export function DiallingControls({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const call = useSnapshot((snapshot) => snapshot.call);
  const waiting = consultation.phase === 'waiting';
  return (
    <div className={classes.controls} role="group" aria-label={t('call.controls')}>
      <Bar>
        {waiting && (
          <Button
            variant="filled"
            leftSection={<IconUserCheck size={18} aria-hidden />}
            onClick={() => void desk.act('userOnLine', { consultationId: consultation.id })}
          >
            {t('outgoing.userOnLine')}
          </Button>
        )}
        {waiting && call !== null && <ToneKeypad callId={call.id} />}
        <Grow />
        <EndButton />
      </Bar>
    </div>
  );
}
