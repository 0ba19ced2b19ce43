import { Button } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { Bar } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import classes from './controls.module.css';
import { ToneKeypad } from './tone-keypad.tsx';

/** What an answered call's voice needs, the same from its first second on: hold, microphone, «Клавиатура». */
export function VoiceButtons({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  const actions = useActions();
  return (
    <Bar className={classes.voice ?? ''}>
      <Button
        className={classes.hold}
        title={t(call.held ? 'call.resume' : 'call.hold')}
        variant={call.held ? 'on' : 'default'}
        leftSection={call.held ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />}
        rightSection={<KeyOf command="hold" />}
        onClick={actions.hold}
      >
        {t(call.held ? 'call.resume' : 'call.hold')}
      </Button>
      <Button
        className={classes.mute}
        title={t(call.muted ? 'call.unmute' : 'call.mute')}
        variant={call.muted ? 'on' : 'default'}
        leftSection={
          call.muted ? <IconMicrophoneOff size={18} aria-hidden /> : <IconMicrophone size={18} aria-hidden />
        }
        rightSection={<KeyOf command="mute" />}
        onClick={actions.mute}
      >
        {t(call.muted ? 'call.unmute' : 'call.mute')}
      </Button>
      <ToneKeypad callId={call.id} />
    </Bar>
  );
}
