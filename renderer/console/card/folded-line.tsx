import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../../shared/contract/journal.ts';
import { NOT_HELD, OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { cx, useListText } from '../../ui/index.ts';
import classes from './card.module.css';

/** A complete card in one line: who, and what came of it. The same button opens and folds it. */
export function FoldedLine({ card, folded, onToggle }: { card: Card; folded: boolean; onToggle: () => void }) {
  const { t } = useTranslation('card');
  const listText = useListText();
  const inWords = (list: readonly { id: string; text: { ru: string; en: string } }[], chosen: string | null) => {
    const item = list.find(({ id }) => id === chosen);
    return item && listText(item.text);
  };
  const words = [
    card.organisation || card.contact,
    card.registrationNumber && t('candidateLine', { number: card.registrationNumber }),
    card.closing === 'not-held' ? inWords(NOT_HELD, card.notHeldReason) : inWords(TOPICS, card.topic),
    inWords(OUTCOMES, card.outcome),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <UnstyledButton
      className={classes.folded}
      aria-expanded={!folded}
      aria-label={t(folded ? 'unfold' : 'fold')}
      title={words}
      onClick={onToggle}
    >
      <IconCircleCheck size={18} aria-hidden />
      <span className="ellipsis">{folded ? words : t('fold')}</span>
      <IconChevronDown size={16} aria-hidden className={cx(!folded && classes.turned)} />
    </UnstyledButton>
  );
}
