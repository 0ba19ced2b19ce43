import { Button } from '@mantine/core';
import { IconEar, IconEarOff, IconReload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Inset, LevelMeter, showLevel } from '../../ui/index.ts';
import classes from './shift.module.css';
import type { RunningCheck, Step } from './use-sound-check.ts';

/** The step that is on: what to do or to listen for, and the answer. */
export function NowChecked({ check, step }: { check: RunningCheck; step: Step }) {
  const { t } = useTranslation('between');
  if (step === 'microphone') return <Recording check={check} />;
  const words = step === 'ear' && !check.ownVoice ? t('shift.now.earTone') : t(`shift.now.${step}`);
  return (
    <Inset>
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
    </Inset>
  );
}

function Recording({ check }: { check: RunningCheck }) {
  const { t } = useTranslation(['between', 'sound']);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    check.onLevel((loudness) => showLevel(bar, loudness));
  }, [check]);
  return (
    <Inset>
      <span className="strong">{t('shift.now.microphone', { seconds: check.secondsLeft })}</span>
      <LevelMeter label={t('sound:test.level')} bar={bar} />
    </Inset>
  );
}
