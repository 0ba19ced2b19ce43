import {
  IconBellRinging,
  IconCloudOff,
  IconMicrophoneOff,
  IconPlugConnectedX,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBar } from '../../ui/index.ts';
import { useDeskState, useSnapshot } from '../store/context.tsx';
import { CallAway } from '../workplace/call-away.tsx';
import { TroubleWords } from '../workplace/sound-trouble.tsx';
import { RefusedWords } from './refused-words.tsx';
import { troubleOf } from '../workplace/trouble.ts';

/** What is away, said over every section: the program, the call whose row a second call has taken, and its sound, the team's service, the sound, the microphone. */
export function Bars() {
  const { t } = useTranslation('frame');
  const away = useDeskState(({ connection }) => connection !== 'up');
  const lineAway = useSnapshot((snapshot) => !snapshot.line.connected);
  const callAway = useSnapshot(({ call, secondCall }) =>
    secondCall !== null && call?.connected === false ? call : null,
  );
  const unheard = useSnapshot(({ call, secondCall }) =>
    secondCall !== null && call?.connected === true ? call : null,
  );
  const trouble = unheard && troubleOf(unheard);
  const { soundAllowed, microphone } = useSnapshot((snapshot) => snapshot.phone);
  if (away)
    return (
      <StatusBar tone="last" icon={IconPlugConnectedX}>
        {t('away.bar')}
      </StatusBar>
    );
  return (
    <>
      <RefusedWords />
      {callAway && (
        <StatusBar tone="warn" icon={IconPlugConnectedX}>
          <CallAway call={callAway} />
        </StatusBar>
      )}
      {trouble && (
        <StatusBar tone="warn" icon={IconVolumeOff}>
          <TroubleWords trouble={trouble} />
        </StatusBar>
      )}
      {lineAway && (
        <StatusBar tone="warn" icon={IconCloudOff}>
          {t('line.away')}
        </StatusBar>
      )}
      {!soundAllowed && (
        <StatusBar tone="calm" icon={IconBellRinging}>
          {t('sound')}
        </StatusBar>
      )}
      {(microphone === 'denied' || microphone === 'absent') && (
        <StatusBar tone="last" icon={IconMicrophoneOff}>
          {t(`microphone.${microphone}`)}
        </StatusBar>
      )}
    </>
  );
}
