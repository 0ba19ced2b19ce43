import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime, StatusBar } from '../ui/index.ts';
import { useLineState } from './context.tsx';

/** The line is away: since when, and that what is shown is old. */
export function AwayBar() {
  const { t } = useTranslation('monitor');
  const since = useLineState(({ connection, awaySince }) => (connection === 'away' ? awaySince : null));
  if (since === null) return null;
  return (
    <StatusBar tone="last" icon={IconPlugConnectedX}>
      {t('away', { time: clockTime(since) })}
    </StatusBar>
  );
}
