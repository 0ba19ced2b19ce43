import { Button } from '@mantine/core';
import { IconEar, IconEarOff, IconReload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { barOf } from '../settings/level.ts';
import classes from './shift.module.css';
import type { RunningCheck, Step } from './use-sound-check.ts';

/** The step that is on: what to do or to listen for, and the answer. */
export function NowChecked({ check, step }: { check: RunningCheck; step: Step }) {
  const { t } = useTranslation('between');
  if (step === 'microphone') return <Recording check={check} />;
  const words = step === 'ear' && !check.ownVoice ? t('shift.now.earTone') : t(`shift.now.${step}`);
  return (
    <div className={classes.now}>
      <span role="status" className="strong">
        {words}
      </span>
      <div className={classes.foot}>
        <Button
          key={step}
          variant="filled"
          autoFocus
          leftSection={<IconEar size={18} aria-hidden />}
          onClick={() => check.answer(true)}
        >
          {t('shift.yes')}
        </Button>
        <Button leftSection={<IconEarOff size={18} aria-hidden />} onClick={() => check.answer(false)}>
          {t('shift.no')}
        </Button>
        <Button variant="subtle" leftSection={<IconReload size={16} aria-hidden />} onClick={check.replay}>
          {t('shift.replay')}
        </Button>
      </div>
    </div>
  );
}

function Recording({ check }: { check: RunningCheck }) {
  const { t } = useTranslation(['between', 'sound']);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // React keeps out of ten looks a second.
    check.onLevel((loudness) => {
      const filled = barOf(loudness);
      bar.current?.setAttribute('aria-valuenow', String(filled));
      bar.current?.style.setProperty('--filled', String(filled / 100));
    });
  }, [check]);
  return (
    <div className={classes.now}>
      <span className="strong">{t('shift.now.microphone', { seconds: check.secondsLeft })}</span>
      <div
        ref={bar}
        className={classes.bar}
        role="meter"
        aria-label={t('sound:test.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      />
    </div>
  );
}
