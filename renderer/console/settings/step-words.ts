import { useTranslation } from 'react-i18next';
import type { CheckedStep } from '../../../shared/contract/link-check.ts';
import { phoneFailure } from '../../../shared/contract/phone.ts';

const REASONS = [
  'connecting',
  'silent',
  'quiet',
  'denied',
  'absent',
  'busy',
  'nothing-sent',
  'nothing-came',
  'silence',
  'no-answer',
  'not-found',
] as const;

/** How a step of «Проверить связь» went, in a sentence. */
export function useStepWords(): (step: CheckedStep) => string {
  const { t } = useTranslation(['sound', 'frame']);
  return ({ step, result, reason, value }) => {
    if (result === 'waiting' || result === 'skipped' || result === 'running') return t(`check.result.${result}`);
    if (value !== null && step === 'round-trip')
      return t(result === 'ok' ? 'check.way' : 'check.wayLong', { ms: value });
    if (value !== null && step === 'loss')
      return t(result === 'ok' ? 'check.loss' : 'check.lossHigh', { percent: value });
    if (result === 'ok') return t(`check.good.${step}`);
    if (step === 'call' && value !== null && reason !== 'not-found') return t('check.refused', { code: value });
    const failure = phoneFailure.options.find((known) => known === reason);
    if (failure !== undefined && step !== 'call') {
      return `${t(`frame:phone.reason.${failure}`)}. ${t(`frame:phone.advice.${failure}`)}`;
    }
    const known = REASONS.find((one) => one === reason);
    return known ? t(`check.reason.${known}`) : t('check.reason.unknown');
  };
}
