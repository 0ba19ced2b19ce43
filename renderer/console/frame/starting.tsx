import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';

/** Before the first snapshot: what is being waited for. */
export function Starting() {
  const { t } = useTranslation('frame');
  return (
    <main className={classes.whole} role="status">
      <Loader size={28} color="var(--calm)" />
      <h1>{t('away.title')}</h1>
      <p>{t('away.text')}</p>
    </main>
  );
}
