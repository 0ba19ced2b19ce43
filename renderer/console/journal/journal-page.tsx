import { IconEarOff, IconNotebook, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx, EmptyState, ErrorState, Pane, RowSkeletons } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { usePlace, usePlaceState } from '../store/context.tsx';
import { JournalFilters } from './journal-filters.tsx';
import classes from './journal.module.css';
import { JournalTable } from './journal-table.tsx';
import { PeriodFigures } from './period-figures.tsx';
import { StoryPane } from './story-pane.tsx';
import { EVERYTHING, useJournalSearch, type JournalAnswer, type JournalWish } from './use-journal-search.ts';

/** «Журнал»: every consultation, found by anything that was said; the story of one beside the list. */
export function JournalPage() {
  const { t } = useTranslation('journal');
  const place = usePlace();
  const openId = usePlaceState(({ story }) => story);
  const [wish, setWish] = useState<JournalWish>(EVERYTHING);
  const answer = useJournalSearch(wish);
  const asksForAll = Object.values(wish).every((value) => value === null || value.trim() === '');
  return (
    <section className={cx(classes.page, openId !== null && classes.withStory)} aria-label={t('title')}>
      <div className={classes.list}>
        <header className={classes.head}>
          <h1>{t('title')}</h1>
          <JournalFilters wish={wish} onChange={setWish} />
        </header>
        <PeriodFigures from={wish.from} to={wish.to} />
        <Rows
          answer={answer}
          asksForAll={asksForAll}
          openId={openId}
          onOpen={(id) => (id === openId ? place.closeStory() : place.openStory(id))}
        />
      </div>
      {openId !== null && <StoryPane key={openId} id={openId} onClose={place.closeStory} />}
    </section>
  );
}

function Rows(props: {
  answer: JournalAnswer;
  asksForAll: boolean;
  openId: string | null;
  onOpen: (id: string) => void;
}) {
  const { answer, asksForAll, openId, onOpen } = props;
  const { t } = useTranslation('journal');
  const failureText = useFailureText();
  if (answer.failure !== null)
    return (
      <Pane>
        <ErrorState message={failureText(answer.failure)} onRetry={answer.retry} />
      </Pane>
    );
  if (answer.rows === null)
    return (
      <Pane flush>
        <RowSkeletons rows={10} height={52} />
      </Pane>
    );
  if (answer.rows.length > 0) return <JournalTable answer={answer} openId={openId} onOpen={onOpen} />;
  if (answer.wrongCheck) return <WrongCheck />;
  return (
    <Pane>
      <EmptyState
        icon={asksForAll ? IconNotebook : IconSearchOff}
        title={t(asksForAll ? 'empty.none' : 'empty.notFound')}
      >
        {t(asksForAll ? 'empty.noneText' : 'empty.notFoundText')}
      </EmptyState>
    </Pane>
  );
}

/** The number was read out or typed wrong: said, instead of a search that finds nothing. */
function WrongCheck() {
  const { t } = useTranslation('history');
  return (
    <Pane>
      <EmptyState icon={IconEarOff} title={t('wrongCheck.title')}>
        {t('wrongCheck.text')}
      </EmptyState>
    </Pane>
  );
}
