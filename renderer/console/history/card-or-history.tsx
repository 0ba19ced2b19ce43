import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { Card } from '../card/card.tsx';
import { WANTED } from '../card/focus.ts';
import { LinkForm } from '../journal/link-form.tsx';
import { usePlace, usePlaceState } from '../store/context.tsx';
import { HistoryList } from './history-list.tsx';
import classes from './history.module.css';
import { useCallerHistory } from './use-caller-history.ts';

/** Beside the call: the card, or what was before. The card stays as it is while the history is looked at. */
export function CardOrHistory({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('history');
  const place = usePlace();
  const view = usePlaceState(({ history }) => (history === consultation.id ? 'history' : 'card'));
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current;
    // Ctrl+F and a missing field lead into the card: it must be there before the cursor is.
    const show = () => flushSync(() => place.showHistory(null));
    element?.addEventListener(WANTED, show);
    return () => element?.removeEventListener(WANTED, show);
  }, [place]);
  const rows = useCallerHistory(consultation);
  const count = rows?.length ?? 0;
  const views = [
    { name: 'card', label: t('side.card') },
    { name: 'history', label: count === 0 ? t('side.history') : t('side.count', { count }) },
  ] as const;
  return (
    <>
      <div role="group" aria-label={t('side.views')} className={classes.views}>
        {views.map(({ name, label }) => (
          <Button
            key={name}
            size="xs"
            variant={view === name ? 'default' : 'subtle'}
            aria-pressed={view === name}
            onClick={() => place.showHistory(name === 'history' ? consultation.id : null)}
          >
            {label}
          </Button>
        ))}
      </div>
      <div ref={card} className={classes.card} hidden={view !== 'card'}>
        <Card consultation={consultation} />
      </div>
      {view === 'history' && (
        <>
          <div className={classes.head}>
            <h2>{t('side.last')}</h2>
          </div>
          <HistoryList rows={rows} none={t('side.none')} />
          <div className={classes.link}>
            <LinkForm consultationId={consultation.id} earlier={consultation.continues} />
          </div>
        </>
      )}
    </>
  );
}
