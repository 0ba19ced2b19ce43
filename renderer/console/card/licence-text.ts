import { useTranslation } from 'react-i18next';
import type { RegistryEntry } from '../../../shared/contract/registry.ts';
import { entitlement } from '../../../shared/regulation/entitlement.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';
import { dateOfKey, useLive } from '../../ui/index.ts';

/** The licence of a registry entry in a few words: «ПРОФ до 14.03.2027», «закончилась …», «лицензии нет». */
export function useLicenceText(): (entry: RegistryEntry) => string {
  const { t } = useTranslation('card');
  const today = useLive(moscowDate);
  return ({ licences, purchasedOn }) => {
    const { basis, until, endedOn } = entitlement({ licences, purchasedOn, channel: 'phone', on: today });
    if (basis !== null && until !== null) return t(`verdict.basis.${basis}`, { date: dateOfKey(until) });
    return endedOn === null ? t('licence.none') : t('licence.ended', { date: dateOfKey(endedOn) });
  };
}
