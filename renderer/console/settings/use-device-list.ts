import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../store/context.tsx';

/**
 * The devices of a kind to choose from, the system's own first. Chosen and gone, one stays in the list and says so by the name it had.
 * @param chosen ids in the settings
 * @param kept names of chosen devices by id
 */
export function useDeviceList(
  kind: 'input' | 'output',
  chosen: readonly string[],
  kept: Readonly<Record<string, string>>,
) {
  const { t } = useTranslation('settings');
  const devices = useSnapshot((snapshot) => snapshot.phone.devices);
  const present = devices.filter((device) => device.kind === kind);
  const names = Object.fromEntries(present.map(({ id, label }) => [id, label]));
  const gone = [...new Set(chosen)].filter((id) => !(id in names));
  const choices = [
    { value: '', label: t('sound.systemDefault') },
    ...present.map(({ id, label }) => ({ value: id, label: label || t('sound.unnamedDevice') })),
    ...gone.map((id) => ({ value: id, label: t('sound.gone', { label: kept[id] ?? t('sound.unnamedDevice') }) })),
  ];
  return { choices, names: { ...pick(kept, gone), ...names } };
}

const pick = (kept: Readonly<Record<string, string>>, ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(ids.flatMap((id) => (kept[id] === undefined ? [] : [[id, kept[id]]])));
