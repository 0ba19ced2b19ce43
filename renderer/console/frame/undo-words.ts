import { useTranslation } from 'react-i18next';
import type { UndoView } from '../../../shared/contract/between-calls.ts';
import { useListText } from '../../ui/index.ts';
import { useSayTexts } from '../say/say-words.ts';

/** What was done, as «Отменить» names it. */
export function useUndoWords(): (undo: UndoView) => string {
  const { t } = useTranslation('between');
  const listText = useListText();
  const sayText = useSayTexts();
  return ({ what, who, saying }) =>
    t(`undo.${what}`, { who, title: saying === null ? '' : listText(sayText(saying).title) });
}
