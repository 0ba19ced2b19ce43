import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Pane } from '../../ui/index.ts';
import { useKeysText } from '../keys/use-keymap.ts';
import { useDeskState, useSnapshot } from '../store/context.tsx';
import { useChangePersonal } from '../store/personal.ts';
import classes from './idle.module.css';

/** The first start in three sentences, between calls only; «Понятно» ends it for good. */
export function FirstStart() {
  const { t } = useTranslation('keys');
  const greets = useDeskState(({ personal }) => personal?.introduced === false);
  const training = useSnapshot((snapshot) => snapshot.mode === 'training');
  const keysText = useKeysText();
  const change = useChangePersonal();
  if (!greets) return null;
  const [answer, help] = [keysText('answer'), keysText('help')];
  return (
    <section aria-label={t('intro.title')}>
      <Pane>
        <div className={classes.intro}>
          <div>
            <h2>{t('intro.title')}</h2>
            <p>
              {t(training ? 'intro.training' : 'intro.work')}{' '}
              {answer && help ? t('intro.press', { answer, help }) : t('intro.pressNoKeys')} {t('intro.settings')}
            </p>
          </div>
          <Button onClick={() => change({ introduced: true })}>{t('intro.done')}</Button>
        </div>
      </Pane>
    </section>
  );
}
