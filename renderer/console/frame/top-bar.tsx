import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Grow, MoscowClock, StatePill } from '../../ui/index.ts';
import { IconHelp } from '@tabler/icons-react';
import { KeyOf } from '../keys/key-of.tsx';
import { usePlace, useSnapshot } from '../store/context.tsx';
import classes from './frame.module.css';
import { LineState } from './line-state.tsx';
import { PhoneState } from './phone-state.tsx';
import { StateMenu } from './state-menu.tsx';

/** The voicemail light: how many messages nobody has listened to; nothing without any. */
function VoiceMail() {
  const { t } = useTranslation('transfer');
  const count = useSnapshot((snapshot) => snapshot.newMessages);
  return count === 0 ? null : <StatePill tone="warn">{t('voiceMail', { count })}</StatePill>;
}

/** The top bar: who, in what state, phone, line, training, «Ctrl K», Moscow's time. */
export function TopBar({ onPalette }: { onPalette: () => void }) {
  const { t } = useTranslation(['frame', 'keys']);
  const place = usePlace();
  const name = useSnapshot((snapshot) => snapshot.consultant.name);
  const training = useSnapshot((snapshot) => snapshot.mode === 'training');
  return (
    <header className={classes.top}>
      <b className="ellipsis" title={name}>
        {name}
      </b>
      <StateMenu />
      <span className={classes.separator} />
      <PhoneState />
      <LineState />
      <VoiceMail />
      {training && (
        <span className={classes.trainingMark}>
          <StatePill tone="training">{t('training.name')}</StatePill>
        </span>
      )}
      <Grow />
      <ActionIcon onClick={place.openHelp} aria-label={t('keys:help.title')} title={t('keys:help.title')}>
        <IconHelp size={18} aria-hidden />
      </ActionIcon>
      <UnstyledButton className={classes.palette} onClick={onPalette} aria-label={t('palette.title')}>
        <KeyOf command="palette" />
        <span className={classes.paletteWord}>{t('palette.open')}</span>
      </UnstyledButton>
      <span className={classes.clock} title={t('clock')}>
        <b className="num">
          <MoscowClock />
        </b>{' '}
        <span className="small dimmer">{t('clockZone')}</span>
      </span>
    </header>
  );
}
