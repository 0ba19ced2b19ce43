import { Button } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseHeadset, webHid } from '../../phone/headsets.ts';
import { useSnapshot } from '../store/context.tsx';
import classes from './settings.module.css';

/** Whose buttons answer, hang up and mute; and the click a browser wants before it gives them. */
export function HeadsetButtons() {
  const { t } = useTranslation('sound');
  const names = useSnapshot((snapshot) => snapshot.phone.headsets);
  const [refused, setRefused] = useState(false);
  const hid = webHid();
  const choose = async () => {
    if (hid !== null) setRefused((await chooseHeadset(hid)) === null);
  };
  const words =
    names.length > 0
      ? t('headset.works', { names: names.join(', ') })
      : t(refused ? 'headset.none' : 'headset.unknown');
  return (
    <div className={classes.device}>
      <div>
        <div className={classes.label}>{t('headset.label')}</div>
        <p role="status">{hid === null && names.length === 0 ? t('headset.cannot') : words}</p>
      </div>
      <Button
        h={34}
        className={classes.test}
        aria-label={t('headset.connectWhat')}
        leftSection={<IconHeadset size={16} aria-hidden />}
        disabled={hid === null}
        onClick={() => void choose()}
      >
        {t('headset.connect')}
      </Button>
    </div>
  );
}
