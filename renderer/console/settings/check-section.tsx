import { Button } from '@mantine/core';
import { IconPhoneCheck, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedStep, LinkCheck } from '../../../shared/contract/link-check.ts';
import { StepLine, Steps } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './check.module.css';
import { Section } from './section.tsx';
import { useStepWords } from './step-words.ts';

/** «Проверить связь»: one button calls the PBX's echo; each step says in words how it went. Not in a call. */
export function CheckSection() {
  const { t } = useTranslation('sound');
  const desk = useDesk();
  const check = useSnapshot((snapshot) => snapshot.phone.check);
  const inCall = useSnapshot((snapshot) => snapshot.call !== null);
  const running = check?.state === 'running';
  const start = useRef<HTMLDivElement>(null);
  // Started by its name from elsewhere, it is to be seen.
  useEffect(() => {
    if (running) start.current?.scrollIntoView({ block: 'nearest' });
  }, [running]);
  return (
    <Section title={t('check.title')} hint={t('check.hint')}>
      <div ref={start} className={classes.start}>
        <Button
          leftSection={running ? <IconPlayerStop size={18} aria-hidden /> : <IconPhoneCheck size={18} aria-hidden />}
          disabled={inCall}
          onClick={() => void desk.act('checkLink', { on: !running })}
        >
          {t(running ? 'check.stop' : 'check.start')}
        </Button>
        <span role="status" className="small dim">
          {inCall ? t('check.inCall') : check && <Progress check={check} />}
        </span>
      </div>
      {check !== null && !inCall && (
        <Steps label={t('check.steps')}>
          {check.steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </Steps>
      )}
    </Section>
  );
}

/** What to do now, or how it came out as a whole. */
function Progress({ check: { state, steps } }: { check: LinkCheck }) {
  const { t } = useTranslation('sound');
  if (state === 'running') {
    const talking = steps.some(({ step, result }) => step === 'call' && result === 'ok');
    return t(talking ? 'check.speak' : 'check.calling');
  }
  if (state !== 'done') return t(`check.${state}`);
  if (steps.some(({ result }) => result === 'failed')) return t('check.failed');
  return t(steps.some(({ result }) => result === 'warn') ? 'check.warned' : 'check.passed');
}

function Step({ step }: { step: CheckedStep }) {
  const { t } = useTranslation('sound');
  const words = useStepWords();
  const tone = step.result === 'skipped' ? 'waiting' : step.result;
  return <StepLine tone={tone} name={t(`check.step.${step.step}`)} words={words(step)} />;
}
