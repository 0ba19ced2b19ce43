import { Button } from '@mantine/core';
import { IconNoteOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBar } from '../../ui/index.ts';
import { wordsOf, type CardDraft } from '../store/card-draft.ts';
import { useDesk, useDeskState } from '../store/context.tsx';
import classes from './frame.module.css';

/** What was typed into cards that are closed and take no more: kept while this window is open, until it is copied elsewhere and put away. */
export function RefusedWords() {
  const drafts = useDeskState((state) => state.drafts);
  return Object.entries(drafts).map(
    ([id, draft]) => draft.refused && <Refused key={id} consultationId={id} draft={draft} />,
  );
}

function Refused({ consultationId, draft }: { consultationId: string; draft: CardDraft }) {
  const { t } = useTranslation('frame');
  const desk = useDesk();
  const words = wordsOf(draft);
  const copy = () =>
    void navigator.clipboard.writeText(words).then(
      () => desk.say(t('refused.copied')),
      () => undefined,
    );
  const actions = (
    <span className={classes.refusedActions}>
      <Button size="xs" onClick={copy}>
        {t('refused.copy')}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => desk.drafts.drop(consultationId)}>
        {t('refused.drop')}
      </Button>
    </span>
  );
  return (
    <StatusBar tone="warn" icon={IconNoteOff} action={actions}>
      {t('refused.text')}{' '}
      <span className={classes.refusedWords} title={words}>
        {words}
      </span>
    </StatusBar>
  );
}
