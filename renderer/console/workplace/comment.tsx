import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { FieldLabel, SavedMark } from '../../ui/index.ts';
import { cardFieldId } from '../card/focus.ts';
import { useCard } from '../card/use-card.ts';
import { useTooLong } from '../card/use-too-long.ts';
import classes from './comment.module.css';

/** «Комментарий»: large, under the timer, saved as it is typed. */
export function Comment({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTranslation('workplace');
  const { card, set, savedState } = useCard(consultation);
  const tooLong = useTooLong(card)('comment');
  return (
    <div className={classes.comment}>
      <Textarea
        id={cardFieldId('comment')}
        aria-label={t('comment.label')}
        aria-invalid={tooLong !== null}
        label={<FieldLabel label={t('comment.label')} missing={tooLong} />}
        placeholder={t('comment.placeholder')}
        value={card.comment}
        onChange={(event) => set({ comment: event.currentTarget.value })}
        classNames={{ root: classes.root ?? '', wrapper: classes.wrapper ?? '', input: classes.input ?? '' }}
      />
      <SavedMark state={savedState} />
    </div>
  );
}
