import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SoundCheck } from '../../../shared/contract/shift.ts';
import { Moment } from '../../ui/index.ts';
import { PanelBody } from '../frame/panel-body.tsx';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import { CheckSteps } from './check-steps.tsx';
import { NowChecked } from './now-checked.tsx';
import classes from './shift.module.css';
import { useSoundCheck } from './use-sound-check.ts';

/** «Начать смену»: the sound check of twenty seconds, the last result before it, or the shift without one. */
export function BeginShift({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('between');
  const desk = useDesk();
  const place = usePlace();
  const last = useSnapshot((snapshot) => snapshot.shift.check);
  const check = useSoundCheck();
  const { step, done, results } = check;
  const start = async (result: SoundCheck | null) => {
    const outcome = await desk.act('startShift', { check: result });
    if (!outcome.ok) return;
    desk.say(t(result === null ? 'shift.startedSkipped' : 'shift.started'));
    onDone();
  };
  const good = done !== null && Object.values(done).every((result) => result === 'heard');
  return (
    <PanelBody>
      <p className="dim">{t('shift.intro')}</p>
      {step === null && done === null ? <Last check={last} /> : <CheckSteps results={results} />}
      {step !== null && <NowChecked check={check} step={step} />}
      {done !== null && (
        <p role="status" className="strong">
          {t(good ? 'shift.good' : 'shift.bad')}
        </p>
      )}
      <div className={classes.foot}>
        {done !== null && (
          <Button
            variant="filled"
            autoFocus
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            onClick={() => void start(done)}
          >
            {t('shift.begin')}
          </Button>
        )}
        {step === null && (
          <Button
            variant={done === null ? 'filled' : 'default'}
            leftSection={<IconMicrophone size={18} aria-hidden />}
            onClick={check.begin}
          >
            {t(done === null ? 'shift.check' : 'shift.again')}
          </Button>
        )}
        {done !== null && !good && (
          <Button variant="subtle" onClick={() => place.go('settings')}>
            {t('shift.settings')}
          </Button>
        )}
        {done === null && (
          <Button variant="subtle" title={t('shift.skipHint')} onClick={() => void start(null)}>
            {t('shift.skip')}
          </Button>
        )}
      </div>
    </PanelBody>
  );
}

/** The last check there was. */
function Last({ check }: { check: (SoundCheck & { at: number }) | null }) {
  const { t } = useTranslation('between');
  if (check === null) return <p>{t('shift.none')}</p>;
  return (
    <>
      <p>
        {t('shift.last', { when: '' })}
        <Moment at={check.at} />
      </p>
      <CheckSteps results={check} />
    </>
  );
}
