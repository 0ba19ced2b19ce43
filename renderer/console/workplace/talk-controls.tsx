import { Button } from '@mantine/core';
import { IconCalendarPlus, IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallView, ConsultationView } from '../../../shared/contract/desk.ts';
import { stageAt } from '../../../shared/regulation/consultation-clock.ts';
import { Bar, Grow, useLive } from '../../ui/index.ts';
import { useActions } from '../commands.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { SayMenu } from '../say/say-menu.tsx';
import { usePlaceState } from '../store/context.tsx';
import classes from './controls.module.css';
import { VoiceButtons } from './voice-buttons.tsx';

/** The buttons of a conversation. In the last three minutes the next thing is «Записать событие»; ending stands apart, in red outline. */
export function TalkControls({ call, consultation }: { call: CallView; consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { clock } = consultation;
  const actions = useActions();
  const calm = useLive((now) => clock === null || stageAt(clock, now) === 'calm');
  // While the form is open the next thing is in it: one filled button a screen.
  const booking = usePlaceState((place) => place.booking !== null);
  return (
    <div className={classes.controls} role="group" aria-label={t('call.controls')}>
      <VoiceButtons call={call} />
      <Bar>
        <Button
          variant={calm || booking ? 'default' : 'filled'}
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          rightSection={<KeyOf command="book" />}
          onClick={actions.book}
        >
          {t('call.bookEvent')}
        </Button>
        <SayMenu consultation={consultation} />
        <Grow />
        <EndButton />
      </Bar>
    </div>
  );
}

/** «Завершить»: outlined red, never filled, apart from the next thing. */
export function EndButton() {
  const { t } = useTranslation('workplace');
  const actions = useActions();
  return (
    <Button
      variant="end"
      leftSection={<IconPhoneOff size={18} aria-hidden />}
      rightSection={<KeyOf command="end" />}
      onClick={actions.end}
    >
      {t('call.end')}
    </Button>
  );
}
