import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultationClock } from '../../../shared/contract/clock.ts';
import { formatMmSs, remainingMs, type Stage } from '../../../shared/regulation/consultation-clock.ts';
import { useLiveClock } from '../../ui/index.ts';
import { stageWords } from './stage.ts';

/** Says each stage once to a screen reader; the digits beside it are never read out by themselves. */
export function StageAnnouncer({ clock, stage }: { clock: ConsultationClock; stage: Stage }) {
  const { t } = useTranslation('workplace');
  const live = useLiveClock();
  // What is said keeps the time left at the moment the stage began: the desk's snapshots in between are no news.
  const begun = () => ({ stage: clockStage(stage, clock), left: formatMmSs(remainingMs(clock, live.now()), 'up') });
  const [said, setSaid] = useState(begun);
  if (said.stage !== clockStage(stage, clock)) setSaid(begun());
  return (
    <div className="unseen" aria-live="polite">
      {t('timer.announced', { stage: stageWords(t, stage, clock), left: said.left })}
    </div>
  );
}

/** A stage of one limit: a grant gives the stages again. */
const clockStage = (stage: Stage, { limitAt }: ConsultationClock): string => `${stage} ${limitAt}`;
