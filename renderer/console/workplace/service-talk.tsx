import { Button } from '@mantine/core';
import { IconIdOff, IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/contract/desk.ts';
import { Bar, EmptyState, Grow, LiveDuration } from '../../ui/index.ts';
import { usePlace } from '../store/context.tsx';
import classes from './controls.module.css';
import { EndButton } from './talk-controls.tsx';
import { TimerFrame } from './timer-frame.tsx';
import { VoiceButtons } from './voice-buttons.tsx';

/** A service call (4.1): how long it lasts, and no limit. */
export function ServiceTimer({ call }: { call: CallView }) {
  const { t } = useTranslation('between');
  return (
    <TimerFrame
      tone="quiet"
      word={t('service.mark')}
      big={call.answeredAt === null ? '0:00' : <LiveDuration since={call.answeredAt} />}
      line={t('service.line')}
      ring={null}
    />
  );
}

/** The buttons of a service call: a voice's, and the end. */
export function ServiceControls({ call }: { call: CallView }) {
  const { t } = useTranslation('workplace');
  return (
    <div className={classes.controls} role="group" aria-label={t('call.controls')}>
      <VoiceButtons call={call} />
      <Bar>
        <TransferButton />
        <Grow />
        <EndButton />
      </Bar>
    </div>
  );
}

/** «Перевести»: to a colleague, at once or after a word with them. */
function TransferButton() {
  const { t } = useTranslation('transfer');
  const place = usePlace();
  return (
    <Button leftSection={<IconPhoneOutgoing size={18} aria-hidden />} onClick={place.openTransfer}>
      {t('title')}
    </Button>
  );
}

/** In the card's place: why there is none. */
export function Cardless() {
  const { t } = useTranslation('between');
  return (
    <EmptyState icon={IconIdOff} title={t('service.cardless')}>
      {t('service.cardlessText')}
    </EmptyState>
  );
}
