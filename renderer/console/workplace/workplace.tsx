import { Activity } from 'react';
import { useAfterPaint } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { ConsultationScreen } from './consultation-screen.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { workplaceMode } from './mode.ts';
import { RingingScreen } from './ringing-screen.tsx';
import classes from './workplace.module.css';

/** One element for ever: hiding it draws nothing anew. */
const IDLE = <IdleScreen />;

/** «Рабочее место», by the state of the call. */
export function Workplace() {
  const mode = useSnapshot(workplaceMode);
  const painted = useAfterPaint(mode, mode);
  // Taking the idle screen down takes as long as drawing the ring: it is hidden first.
  const idleGoes = mode === 'ringing' && painted === 'idle';
  return (
    <>
      {mode !== 'consultation' && (
        // Drawn unseen between calls, when there is time: a ring only fills in who calls.
        <Activity mode={mode === 'ringing' ? 'visible' : 'hidden'}>
          <RingingScreen />
        </Activity>
      )}
      {mode === 'consultation' && <ConsultationScreen />}
      {(mode === 'idle' || idleGoes) && (
        <div className={classes.idle} hidden={idleGoes}>
          {IDLE}
        </div>
      )}
    </>
  );
}
