import { useTranslation } from 'react-i18next';
import { StatePill } from '../../ui/index.ts';
import type { Trouble } from './trouble.ts';

/** What is wrong with the sound, in words; figures on hover, for whoever will be asked about them. */
export function SoundTrouble({ trouble }: { trouble: Trouble }) {
  const { t, i18n } = useTranslation('sound');
  const score = 'mos' in trouble ? trouble.mos.toLocaleString(i18n.language, { minimumFractionDigits: 1 }) : null;
  const hint = score === null ? '' : t('trouble.figures', { mos: score });
  return (
    <span role="status">
      <StatePill tone="warn" title={`${t(`trouble.hint.${trouble.kind}`)} ${hint}`.trim()}>
        <TroubleWords trouble={trouble} />
      </StatePill>
    </span>
  );
}

/** The sentence alone, for where the row is taken by a second call. */
export function TroubleWords({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation('sound');
  return t(`trouble.${trouble.kind}`, 'percent' in trouble ? { percent: trouble.percent } : {});
}
