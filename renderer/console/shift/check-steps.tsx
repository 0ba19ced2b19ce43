import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SoundCheck } from '../../../shared/contract/shift.ts';
import { cx } from '../../ui/index.ts';
import classes from './shift.module.css';
import { STEPS, type Step } from './use-sound-check.ts';

/** Each step of a check, and in words how it came out. */
export function CheckSteps({ results }: { results: Partial<SoundCheck> }) {
  const { t } = useTranslation('between');
  return (
    <ol className={classes.steps} aria-label={t('shift.steps')}>
      {STEPS.map((step) => (
        <StepLine key={step} step={step} result={results[step]} />
      ))}
    </ol>
  );
}

function StepLine({ step, result }: { step: Step; result: SoundCheck[Step] | undefined }) {
  const { t } = useTranslation('between');
  const Icon = result === undefined ? IconCircleDashed : result === 'heard' ? IconCircleCheck : IconCircleX;
  const look = result === undefined ? classes.waits : result === 'heard' ? classes.heard : classes.faulty;
  const words =
    result === undefined
      ? t('shift.waits')
      : step === 'microphone'
        ? t(`shift.result.microphone.${result}`)
        : t(`shift.result.${step}.${result === 'heard' ? 'heard' : 'not-heard'}`);
  return (
    <li className={cx(classes.step, look)}>
      <Icon size={18} aria-hidden />
      <b>{t(`shift.step.${step}`)}</b>
      <span>{words}</span>
    </li>
  );
}
