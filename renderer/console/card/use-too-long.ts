import { useTranslation } from 'react-i18next';
import { cardTextLimit, type Card, type CardText } from '../../../shared/contract/journal.ts';
import { countText } from '../data/count-text.ts';

/** What is said beside a field whose text is too long to be saved: nothing of it is cut, the consultant shortens it; null: it fits. */
export function useTooLong(card: Card): (field: CardText) => string | null {
  const { t } = useTranslation('card');
  return (field) => {
    const [count, limit] = [card[field].length, cardTextLimit(field)];
    return count <= limit ? null : t('tooLong', { count, length: countText(count), limit: countText(limit) });
  };
}
