import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLoader2,
  IconPhoneCheck,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedStep, LinkCheck } from '../../../shared/contract/link-check.ts';
import { cx } from '../../ui/index.ts';
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
        <ol className={classes.steps} aria-label={t('check.steps')}>
          {check.steps.map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </ol>
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

const ICONS = {
  waiting: IconCircleDashed,
  skipped: IconCircleDashed,
  running: IconLoader2,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  failed: IconCircleX,
} as const;

function Step({ step }: { step: CheckedStep }) {
  const { t } = useTranslation('sound');
  const words = useStepWords();
  const Icon = ICONS[step.result];
  return (
    <li className={cx(classes.step, classes[step.result])}>
      <Icon size={18} aria-hidden />
      <b>{t(`check.step.${step.step}`)}</b>
      <span>{words(step)}</span>
    </li>
  );
}
