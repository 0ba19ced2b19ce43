import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../store/context.tsx';
import classes from './say.module.css';

/** The address the user is told, large enough to be spelled out. */
export function AddressToName({ address }: { address: string }) {
  const { t } = useTranslation('say');
  const desk = useDesk();
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => desk.say(t('copied')),
      () => undefined,
    );
  return (
    <section aria-label={t('name')}>
      <span className="small dim">{t('name')}</span>
      <div className={classes.address}>
        <span className={classes.spelled}>{address}</span>
        <ActionIcon aria-label={t('copy')} title={t('copy')} onClick={copy}>
          <IconCopy size={18} aria-hidden />
        </ActionIcon>
      </div>
    </section>
  );
}
