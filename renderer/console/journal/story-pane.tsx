import { Button, CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalStory } from '../../../shared/contract/journal.ts';
import { Bar, ErrorState, PhoneNumber, RowSkeletons } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk, usePlace, useSnapshot } from '../store/context.tsx';
import classes from './journal.module.css';
import { useJournalWords } from './journal-words.ts';
import { RedialButton } from './redial-button.tsx';
import { ContinueHere, StoryChain } from './story-chain.tsx';
import { StoryCard, StoryEvents, StoryFacts } from './story-facts.tsx';
import { StoryLines } from './story-lines.tsx';
import { useStory } from './use-story.ts';

/** The whole story of one consultation, beside the list. */
export function StoryPane({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('journal');
  const failureText = useFailureText();
  const { answer, retry } = useStory(id);
  return (
    <aside
      className={classes.story}
      aria-label={t('story.label')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={classes.storyHead}>
        <h2 className={classes.storyTitle}>{answer?.ok && t('story.title', { inquiry: answer.value.row.inquiry })}</h2>
        <CloseButton aria-label={t('story.close')} onClick={onClose} />
      </header>
      {answer === null ? (
        <RowSkeletons rows={8} height={36} />
      ) : answer.ok ? (
        <Story story={answer.value} onLinked={retry} />
      ) : (
        <ErrorState message={failureText(answer.error)} onRetry={retry} />
      )}
    </aside>
  );
}

function Story({ story, onLinked }: { story: JournalStory; onLinked: () => void }) {
  const { t } = useTranslation('journal');
  const desk = useDesk();
  const place = usePlace();
  const { row } = story;
  const notClosed = row.closedAt === null && row.endedAt !== null;
  const atWorkplace = useSnapshot(({ consultation }) => consultation?.id === row.id);
  const open = async () => {
    if (atWorkplace) return place.go('workplace');
    const outcome = await desk.act('openConsultation', { consultationId: row.id });
    if (outcome.ok) place.go('workplace');
  };
  return (
    <StoryBody story={story} onOpen={place.openStory} onLinked={onLinked}>
      <Bar>
        <RedialButton row={row} />
        {notClosed && (
          <Button size="sm" onClick={() => void open()}>
            {t('story.openCard')}
          </Button>
        )}
        <ContinueHere row={row} />
      </Bar>
    </StoryBody>
  );
}

/**
 * A story, whole: who, what, the chain it belongs to, its course.
 * @param onOpen another consultation of the chain is asked for
 * @param onLinked the chain has changed: the story is to be asked anew
 */
export function StoryBody(props: {
  story: JournalStory;
  onOpen: (id: string) => void;
  onLinked: () => void;
  children?: ReactNode;
}) {
  const { story, onOpen, onLinked, children } = props;
  const { t } = useTranslation('journal');
  const words = useJournalWords();
  const { row, card } = story;
  return (
    <div className={classes.storyBody}>
      <div>
        <div className={classes.storyWho}>{words.who(row)}</div>
        <div className="dim">
          <PhoneNumber raw={row.number} />
        </div>
      </div>
      {children}
      <StoryChain story={story} onOpen={onOpen} onLinked={onLinked} />
      <StoryFacts story={story} />
      <section>
        <h2>{t('story.comment')}</h2>
        <p className={card.comment === '' ? 'dim' : classes.comment}>{card.comment || t('story.noComment')}</p>
      </section>
      <StoryEvents events={story.events} />
      <StoryLines lines={story.lines} />
      <StoryCard card={card} />
    </div>
  );
}
