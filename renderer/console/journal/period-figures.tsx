import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalFigures } from '../../../shared/contract/journal.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { runningTime, useLive } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import type { JournalWish } from './use-journal-search.ts';

/** The chosen period's own numbers, whatever else is searched for; nothing where every day is shown. */
export function PeriodFigures({ from, to }: Pick<JournalWish, 'from' | 'to'>) {
  const { t } = useTranslation('history');
  const { t: between } = useTranslation('between');
  const desk = useDesk();
  const today = useLive(moscowDate);
  const news = useSnapshot((snapshot) => JSON.stringify(snapshot.today));
  const [figures, setFigures] = useState<JournalFigures | null>(null);
  useEffect(() => {
    if (from === null) return;
    let asked = true;
    void desk.ask('journalFigures', { from, to: to ?? today }).then((answer) => {
      if (asked) setFigures(answer.ok ? answer.value : null);
    });
    return () => void (asked = false);
  }, [desk, from, to, today, news]);
  if (from === null || figures === null) return null;
  const { consultations, averageMs, cutAtLimit, serviceCalls } = figures;
  return (
    <p className="small dim num" aria-label={t('figures.label')} role="status">
      {[
        t('figures.consultations', { count: consultations }),
        ...(averageMs === null ? [] : [t('figures.average', { time: runningTime(averageMs) })]),
        t('figures.cut', { count: cutAtLimit }),
        ...(serviceCalls === 0 ? [] : [between('service.figures', { count: serviceCalls })]),
      ].join(' · ')}
    </p>
  );
}
