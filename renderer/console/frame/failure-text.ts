import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/base.ts';

/** The sentence for a failure: what is wrong and what to do. A code without a text is named, so that it can be reported. */
export function useFailureText(): (failure: Failure) => string {
  const { t, i18n } = useTranslation('failures');
  return ({ code, details }) => {
    const words = { ...details, code };
    // Codes come from other processes as text; the texts are looked up, not assumed.
    return i18n.exists(code, { ns: 'failures' })
      ? String(i18n.t(`failures:${code}` as 'failures:internal', words))
      : t('unknown', { code });
  };
}
