import { ActionIcon, Button } from '@mantine/core';
import {
  IconCalendarPlus,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhone,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../shared/contract/desk.ts';
import { useActions } from '../console/commands.ts';
import { useDesk } from '../console/store/context.tsx';
import classes from './mini.module.css';

/** A second press within this time ends the call: the window lies over the work of the hand, which slips. */
const END_WITHIN_MS = 3_000;

/** «Ответить»: the only filled button. */
export function AnswerButton() {
  const { t } = useTranslation('workplace');
  const { answer } = useActions();
  return (
    <Button variant="filled" size="lg" leftSection={<IconPhone size={20} aria-hidden />} onClick={answer}>
      {t('ringing.answer')}
    </Button>
  );
}

/** Hold, microphone, «Записать событие», «Завершить». @param onEnding told when the first press was made, and when it is void again */
export function CallButtons({ call, onEnding }: { call: CallView; onEnding: (ending: boolean) => void }) {
  const { t } = useTranslation('workplace');
  const desk = useDesk();
  const { hold, mute } = useActions();
  return (
    <div className={classes.buttons} role="group" aria-label={t('call.controls')}>
      {call.phase === 'up' && (
        <>
          <Press name={t(call.held ? 'call.resume' : 'call.hold')} on={call.held} onClick={hold}>
            {call.held ? <IconPlayerPlay size={20} aria-hidden /> : <IconPlayerPause size={20} aria-hidden />}
          </Press>
          <Press name={t(call.muted ? 'call.unmute' : 'call.mute')} on={call.muted} onClick={mute}>
            {call.muted ? <IconMicrophoneOff size={20} aria-hidden /> : <IconMicrophone size={20} aria-hidden />}
          </Press>
        </>
      )}
      <Press name={t('call.bookEvent')} on={false} onClick={() => void desk.act('bookInConsole', {})}>
        <IconCalendarPlus size={20} aria-hidden />
      </Press>
      <EndButton onEnding={onEnding} />
    </div>
  );
}

function Press(props: { name: string; on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon
      size={42}
      variant={props.on ? 'on' : 'default'}
      aria-label={props.name}
      title={props.name}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}

function EndButton({ onEnding }: { onEnding: (ending: boolean) => void }) {
  const { t } = useTranslation(['mini', 'workplace']);
  const { end } = useActions();
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    onEnding(armed);
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), END_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [armed, onEnding]);
  useEffect(() => () => onEnding(false), [onEnding]);
  const name = armed ? t('endAgain') : t('workplace:call.end');
  const press = () => {
    if (armed) end();
    setArmed(!armed);
  };
  return (
    <ActionIcon
      size={42}
      variant="end"
      className={armed ? classes.armed : undefined}
      aria-label={name}
      title={name}
      onClick={press}
    >
      <IconPhoneOff size={20} aria-hidden />
    </ActionIcon>
  );
}
