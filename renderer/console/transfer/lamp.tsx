import { useTranslation } from 'react-i18next';
import type { Colleague } from '../../../shared/contract/transfer.ts';
import { StatePill, type Tone } from '../../ui/index.ts';

const TONES: Readonly<Record<Colleague['lamp'], Tone>> = {
  free: 'go',
  ringing: 'warn',
  busy: 'warn',
  unknown: 'quiet',
};

/** A colleague's lamp, in a word and a colour; nothing where the PBX does not say. */
export function Lamp({ lamp }: Pick<Colleague, 'lamp'>) {
  const { t } = useTranslation('transfer');
  return lamp === 'unknown' ? <span /> : <StatePill tone={TONES[lamp]}>{t(`lamp.${lamp}`)}</StatePill>;
}
