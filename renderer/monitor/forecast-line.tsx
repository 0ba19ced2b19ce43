import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '../../shared/regulation/time.ts';
import { durationText, Verdict } from '../ui/index.ts';
import { useLine } from './context.tsx';

/** 4.2: whether what is due today can be handled before closing, and by what margin. */
export function ForecastLine() {
  const { t } = useTranslation('monitor');
  const { t: ui } = useTranslation();
  const known = useLine(({ forecast }) => forecast);
  if (known === null || known.openEvents === 0) return null;
  const { openEvents, consultants, averageHandlingMs, marginMinutes } = known;
  const margin = durationText(ui, Math.abs(marginMinutes) * MINUTE_MS);
  const suffices = marginMinutes >= 0;
  return (
    <Verdict
      tone={suffices ? 'yes' : 'ask'}
      title={t(suffices ? 'forecast.spare' : 'forecast.lacking', { margin })}
      clauses={['4.2']}
    >
      {t('forecast.detail', { count: openEvents, each: durationText(ui, averageHandlingMs), consultants })}
    </Verdict>
  );
}
