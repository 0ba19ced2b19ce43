import { useTranslation } from 'react-i18next';
import type { JournalRow } from '../../../shared/contract/journal.ts';
import { NOT_HELD, OUTCOMES, TOPICS } from '../../../shared/regulation/lists.ts';
import { useListText } from '../../ui/index.ts';
import { phoneText } from '../../ui/phone-number.tsx';

/** Words for the ids of closed lists; '' for what is not given, the id itself for one this version does not know. */
export function useJournalWords() {
  const { t } = useTranslation(['journal', 'ui']);
  const listText = useListText();
  const named = (list: readonly { id: string; text: { ru: string; en: string } }[], id: string | null): string => {
    const known = list.find((item) => item.id === id);
    return known ? listText(known.text) : (id ?? '');
  };
  return {
    topic: (id: string | null) => named(TOPICS, id),
    outcome: (id: string | null) => named(OUTCOMES, id),
    notHeld: (id: string | null) => named(NOT_HELD, id),
    end: ({ endReason, endedAt }: Pick<JournalRow, 'endReason' | 'endedAt'>) =>
      endReason === null ? (endedAt === null ? t('end.running') : '') : t(`end.${endReason}`),
    /** Whom the row is about: by name, else by number. */
    who: (row: JournalRow) => nameOf(row) || phoneText(row.number, t('ui:phone.hidden')),
  };
}

/** The name a row is known by: the organisation, else the contact; '' when neither was said. */
export const nameOf = ({ organisation, contact, displayName }: JournalRow): string =>
  organisation || contact || displayName;
