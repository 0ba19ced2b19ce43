import { useTranslation } from 'react-i18next';
import { SidePanel } from '../frame/side-panel.tsx';
import { usePlace, usePlaceState } from '../store/context.tsx';
import { BeginShift } from './begin-shift.tsx';
import { FinishShift } from './finish-shift.tsx';

/** «Начать смену» and «Закончить смену», beside what goes on: a call may come and be answered meanwhile. */
export function ShiftPanel() {
  const { t } = useTranslation('between');
  const place = usePlace();
  const which = usePlaceState(({ shift }) => shift);
  if (which === null) return null;
  return (
    <SidePanel key={which} title={t(`shift.${which}`)} closing={{ label: t('shift.close'), close: place.closeShift }}>
      {which === 'begin' ? <BeginShift onDone={place.closeShift} /> : <FinishShift onDone={place.closeShift} />}
    </SidePanel>
  );
}
