import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import pill from './pill.module.css';

/** What a pill's colour means; the words in it say the same. */
export type Tone = 'quiet' | 'go' | 'calm' | 'warn' | 'last' | 'training';

/** A state in a word or two on a coloured ground. */
export function StatePill({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={cx(pill.pill, tone !== 'quiet' && pill[tone])} title={title}>
      {children}
    </span>
  );
}
