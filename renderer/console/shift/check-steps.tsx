import { useTranslation } from 'react-i18next';
import type { SoundCheck } from '../../../shared/contract/shift.ts';
import { StepLine, Steps } from '../../ui/index.ts';
import classes from './shift.module.css';
import { STEPS, type Step } from './use-sound-check.ts';

/** Each step of a check, and in words how it came out. */
export function CheckSteps({ results }: { results: Partial<SoundCheck> }) {
  const { t } = useTranslation('between');
  return (
    <Steps className={classes.steps} label={t('shift.steps')}>
      {STEPS.map((step) => (
        <CheckStep key={step} step={step} result={results[step]} />
      ))}
    </Steps>
  );
}

function CheckStep({ step, result }: { step: Step; result: SoundCheck[Step] | undefined }) {
  const { t } = useTranslation('between');
  const words =
    result === undefined
      ? t('shift.waits')
      : step === 'microphone'
        ? t(`shift.result.microphone.${result}`)
        : t(`shift.result.${step}.${result === 'heard' ? 'heard' : 'not-heard'}`);
  const tone = result === undefined ? 'waiting' : result === 'heard' ? 'ok' : 'failed';
  return <StepLine tone={tone} name={t(`shift.step.${step}`)} words={words} />;
}
