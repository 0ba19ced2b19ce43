import { Button } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { EmptyState, ErrorState, RowSkeletons } from '../../ui/index.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { ContinueHere } from '../journal/story-chain.tsx';
import { StoryBody } from '../journal/story-pane.tsx';
import { useStory } from '../journal/use-story.ts';
import { HistoryRows } from '../workplace/history-rows.tsx';
import classes from './history.module.css';

/** «История»: the last consultations in a line each; a press opens the whole story in the list's place, beside the call. */
export function HistoryList({ rows, none }: { rows: readonly JournalRow[] | null; none: string }) {
  const { t } = useTranslation('history');
  const [openId, setOpenId] = useState<string | null>(null);
  if (openId !== null) return <OpenStory key={openId} id={openId} onOpen={setOpenId} onClose={() => setOpenId(null)} />;
  if (rows === null) return <RowSkeletons rows={5} height={30} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={IconHistory} title={none}>
        {t('side.noneHint')}
      </EmptyState>
    );
  return <HistoryRows rows={rows} onOpen={setOpenId} />;
}

function OpenStory(props: { id: string; onOpen: (id: string) => void; onClose: () => void }) {
  const { id, onOpen, onClose } = props;
  const { t } = useTranslation('history');
  const { t: journal } = useTranslation('journal');
  const failureText = useFailureText();
  const { answer, retry } = useStory(id);
  return (
    <section
      aria-label={journal('story.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={classes.head}>
        <Button
          size="sm"
          variant="subtle"
          autoFocus
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onClose}
        >
          {t('side.back')}
        </Button>
        {answer?.ok && <h2 className="num">{journal('story.title', { inquiry: answer.value.row.inquiry })}</h2>}
      </div>
      {answer === null ? (
        <RowSkeletons rows={8} height={36} />
      ) : answer.ok ? (
        <StoryBody story={answer.value} onOpen={onOpen} onLinked={retry}>
          <ContinueHere row={answer.value.row} />
        </StoryBody>
      ) : (
        <ErrorState message={failureText(answer.error)} onRetry={retry} />
      )}
    </section>
  );
}
