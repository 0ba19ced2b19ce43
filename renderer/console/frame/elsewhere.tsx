import { Button } from '@mantine/core';
import { IconDeviceDesktopShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../store/context.tsx';
import classes from './frame.module.css';

/** «Открыто в другом окне»: this window shows nothing else until it takes over, which it never does in a call. */
export function Elsewhere({ inCall }: { inCall: boolean }) {
  const { t } = useTranslation('frame');
  const desk = useDesk();
  const takeOver = async () => {
    const outcome = await desk.act('takeOver', {});
    if (outcome.ok) desk.resync();
  };
  return (
    <main className={classes.whole}>
      <IconDeviceDesktopShare size={36} stroke={1.5} aria-hidden />
      <h1>{t('elsewhere.title')}</h1>
      <p>{inCall ? t('elsewhere.inCall') : t('elsewhere.text')}</p>
      <Button variant="filled" disabled={inCall} onClick={() => void takeOver()}>
        {t('elsewhere.takeOver')}
      </Button>
    </main>
  );
}
