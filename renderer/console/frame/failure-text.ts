import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/base.ts';
import { ru } from '../../../shared/i18n/ru/index.ts';

type Code = keyof typeof ru.failures;

/** Codes come from other processes as plain text. */
const hasText = (code: string): code is Code => Object.hasOwn(ru.failures, code);

/** The sentence for a failure: what is wrong and what to do. A code without a text is named, so that it can be reported. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation('failures');
  return ({ code, details }) => (hasText(code) ? t(code, { ...details, code }) : t('unknown', { code }));
}
