import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconLoader2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import classes from './steps.module.css';

const ICONS = {
  waiting: IconCircleDashed,
  running: IconLoader2,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  failed: IconCircleX,
} as const;

/** How a step of a check came out so far. */
export type StepTone = keyof typeof ICONS;

/** The steps of a check one below the other. `--names` of a class is the room of their names. */
export function Steps(props: { label: string; className?: string | undefined; children: ReactNode }) {
  return (
    <ol className={cx(classes.steps, props.className)} aria-label={props.label}>
      {props.children}
    </ol>
  );
}

/** One of them: its name, and in words how it came out. */
export function StepLine({ tone, name, words }: { tone: StepTone; name: string; words: string }) {
  const Icon = ICONS[tone];
  return (
    <li className={cx(classes.step, classes[tone])}>
      <Icon size={18} aria-hidden />
      <b>{name}</b>
      <span>{words}</span>
    </li>
  );
}
