import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, moscowDate } from '../../../shared/regulation/time.ts';
import { DateField, useLive } from '../../ui/index.ts';
import classes from './journal.module.css';
import type { JournalWish } from './use-journal-search.ts';

/** The days: the usual ones by a press, any period by its two ends. */
export function DayFilter({ wish, onChange }: { wish: JournalWish; onChange: (wish: JournalWish) => void }) {
  const { t } = useTranslation('journal');
  const { t: history } = useTranslation('history');
  const today = useLive(moscowDate);
  const yesterday = addDays(today, -1);
  const choices = [
    { label: t('anyDay'), from: null, to: null },
    { label: t('today'), from: today, to: today },
    { label: t('yesterday'), from: yesterday, to: yesterday },
    { label: history('filter.week'), from: addDays(today, -6), to: today },
  ];
  return (
    <div role="group" aria-label={t('days')} className={classes.days}>
      {choices.map(({ label, from, to }) => {
        const isChosen = wish.from === from && wish.to === to;
        return (
          <Button
            key={label}
            size="sm"
            variant={isChosen ? 'default' : 'subtle'}
            aria-pressed={isChosen}
            onClick={() => onChange({ ...wish, from, to })}
          >
            {label}
          </Button>
        );
      })}
      <DateField
        label={history('filter.from')}
        max={wish.to ?? today}
        value={wish.from}
        onDate={(from) => onChange({ ...wish, from })}
      />
      <span aria-hidden className="dim">
        –
      </span>
      <DateField
        label={history('filter.to')}
        min={wish.from}
        max={today}
        value={wish.to}
        onDate={(to) => onChange({ ...wish, to })}
      />
    </div>
  );
}
