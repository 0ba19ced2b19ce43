import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { cx } from '../../ui/index.ts';
import { KeyOf } from '../keys/key-of.tsx';
import { CandidateLines } from './candidate-lines.tsx';
import classes from './card.module.css';
import { useTake } from './use-take.ts';

const KEYS = ['candidate-1', 'candidate-2', 'candidate-3'] as const;

/** Who the number may belong to: one press (Alt+1…3) records what the caller confirms. Never picked by itself. */
export function Candidates({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('card');
  const take = useTake(consultation);
  const { candidates } = consultation;
  if (candidates.length === 0) return null;
  return (
    <div role="group" aria-label={t('candidates')} className={classes.candidates}>
      {KEYS.map((key, index) => {
        const candidate = candidates[index];
        if (!candidate) return null;
        const who = candidate.organisation || candidate.name;
        return (
          <UnstyledButton
            key={key}
            className={cx(classes.candidate)}
            data-candidate={index + 1}
            aria-label={t('take', { who })}
            onClick={() => void take.candidate(candidate)}
          >
            <CandidateLines candidate={candidate} />
            <KeyOf command={key} />
          </UnstyledButton>
        );
      })}
    </div>
  );
}
