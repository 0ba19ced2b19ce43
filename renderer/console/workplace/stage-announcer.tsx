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
  // The words keep the time left at the moment the stage began: the desk's snapshots in between are no news.
  const [said, setSaid] = useState({ stage: clockStage(stage, clock), words: announcement() });
  if (said.stage !== clockStage(stage, clock)) setSaid({ stage: clockStage(stage, clock), words: announcement() });

  function announcement(): string {
    const left = formatMmSs(remainingMs(clock, live.now()), 'up');
    return t('timer.announced', { stage: stageWords(t, stage, clock), left });
  }
  return (
    <div className="unseen" aria-live="polite">
      {said.words}
    </div>
  );
}

/** A stage of one limit: a grant gives the stages again. */
const clockStage = (stage: Stage, { limitAt }: ConsultationClock): string => `${stage} ${limitAt}`;
