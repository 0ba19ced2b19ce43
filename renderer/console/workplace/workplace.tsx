import { useSnapshot } from '../store/context.tsx';
import { ConsultationScreen } from './consultation-screen.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { workplaceMode } from './mode.ts';
import { RingingScreen } from './ringing-screen.tsx';

/** «Рабочее место», by the state of the call. */
export function Workplace() {
  const mode = useSnapshot(workplaceMode);
  switch (mode) {
    case 'idle':
      return <IdleScreen />;
    case 'ringing':
      return <RingingScreen />;
    case 'consultation':
      return <ConsultationScreen />;
  }
}
