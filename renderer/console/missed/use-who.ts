import { useTranslation } from 'react-i18next';
import type { MissedRow } from '../../../shared/contract/missed.ts';
import { phoneText } from '../../ui/index.ts';

/** Whom a missed call is from, in a word: by name where one is known, else by number. */
export function useWho(): (row: MissedRow) => string {
  const { t } = useTranslation('history');
  return ({ organisation, contact, displayName, number }) =>
    organisation || contact || displayName || phoneText(number, t('missed.withheld'));
}
