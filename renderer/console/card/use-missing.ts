import { useTranslation } from 'react-i18next';
import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { clausesText } from '../../ui/index.ts';

/** What is said beside a field that still lacks something; only after the call, so that nobody is pressed while talking. */
export function useMissing({ phase, missing }: ConsultationView): (field: string) => string | null {
  const { t } = useTranslation('card');
  const { t: words } = useTranslation('ui');
  return (field) => {
    if (phase !== 'wrap-up' && phase !== 'interrupted') return null;
    const found = missing.find((lack) => lack.field === field);
    return found ? t('needed', { clause: clausesText(words, [found.clause]) }) : null;
  };
}
