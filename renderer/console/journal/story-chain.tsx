import { Button, UnstyledButton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalRow, JournalStory } from '../../../shared/contract/journal.ts';
import { Moment } from '../../ui/index.ts';
import { useDesk, useSnapshot } from '../store/context.tsx';
import classes from './chain.module.css';
import { useJournalWords } from './journal-words.ts';
import { LinkForm } from './link-form.tsx';

/** «Продолжение»: the chain a consultation belongs to, in both directions, and the way to link it with an earlier one. */
export function StoryChain(props: { story: JournalStory; onOpen: (id: string) => void; onLinked: () => void }) {
  const { story, onOpen, onLinked } = props;
  const { t } = useTranslation('history');
  const { chain, row, continues } = story;
  const earlier = chain.find(({ id }) => id === continues) ?? null;
  return (
    <section aria-label={t('continues.title')}>
      {chain.length > 0 && (
        <>
          <h2>{t('continues.title')}</h2>
          <ol className={classes.chain}>
            {chain.map((link) => (
              <Link key={link.id} link={link} isThis={link.id === row.id} onOpen={onOpen} />
            ))}
          </ol>
        </>
      )}
      <LinkForm consultationId={row.id} earlier={earlier} onLinked={onLinked} />
    </section>
  );
}

function Link(props: { link: JournalRow; isThis: boolean; onOpen: (id: string) => void }) {
  const { link, isThis, onOpen } = props;
  const { t } = useTranslation('history');
  const words = useJournalWords();
  const about = words.outcome(link.outcome) || words.topic(link.topic) || words.end(link);
  return (
    <li aria-current={isThis || undefined}>
      <Moment at={link.startedAt} className="small dim" />
      {isThis ? (
        <span className="num strong">{link.inquiry}</span>
      ) : (
        <UnstyledButton
          className={`${classes.open} num`}
          aria-label={t('continues.open', { inquiry: link.inquiry })}
          onClick={() => onOpen(link.id)}
        >
          {link.inquiry}
        </UnstyledButton>
      )}
      <span className="small dim ellipsis" title={about}>
        {isThis ? t('continues.this') : about}
      </span>
    </li>
  );
}

/** Links the consultation at the workplace with this earlier one, in one press. */
export function ContinueHere({ row }: { row: JournalRow }) {
  const { t } = useTranslation('history');
  const desk = useDesk();
  const present = useSnapshot(({ consultation }) => consultation);
  if (present === null || present.id === row.id || present.continues?.id === row.id) return null;
  const link = async () => {
    const outcome = await desk.act('linkConsultation', { consultationId: present.id, earlierId: row.id });
    if (outcome.ok) desk.say(t('continues.done', { inquiry: row.inquiry }));
  };
  return (
    <Button
      size="sm"
      title={t('continues.hereHint', { inquiry: present.inquiry })}
      leftSection={<IconLink size={17} aria-hidden />}
      onClick={() => void link()}
    >
      {t('continues.here')}
    </Button>
  );
}
