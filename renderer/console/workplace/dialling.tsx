import { Button } from '@mantine/core';
import { IconMessageOff, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { Bar, cx, Grow, LiveDuration } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './controls.module.css';
import { EndButton } from './talk-controls.tsx';
import { TimerFrame } from './timer-frame.tsx';
import { VoiceButtons } from './voice-buttons.tsx';

/** An outgoing call before the user is at the phone: how long it rings, or since when it is answered. */
export function DiallingTimer({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { t: between } = useTranslation('between');
  const call = useSnapshot((snapshot) => snapshot.call);
  const waiting = consultation.phase === 'waiting';
  const since = (waiting ? call?.answeredAt : call?.startedAt) ?? null;
  return (
    <TimerFrame
      tone="quiet"
      word={
        consultation.kind === 'service'
          ? between('service.dialling')
          : t(waiting ? 'outgoing.waiting' : 'outgoing.dialling')
      }
      big={since === null ? '0:00' : <LiveDuration since={since} />}
      line={waiting ? t('outgoing.waitingHint') : ''}
      ring={null}
    />
  );
}

/** «Пользователь у телефона» is the next thing once somebody answered; the other buttons stand where the conversation has them. */
export function DiallingControls({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { t: between } = useTranslation('between');
  const desk = useDesk();
  const call = useSnapshot((snapshot) => snapshot.call);
  const waiting = consultation.phase === 'waiting';
  return (
    <div className={cx(classes.controls, classes.low, classes.wide)} role="group" aria-label={t('call.controls')}>
      {waiting && call !== null && <VoiceButtons call={call} />}
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
        {waiting && (
          <Button
            leftSection={<IconMessageOff size={18} aria-hidden />}
            onClick={() => void desk.act('answeringMachine', { consultationId: consultation.id })}
          >
            {between('machine')}
          </Button>
        )}
        <Grow />
        <EndButton />
      </Bar>
    </div>
  );
}
