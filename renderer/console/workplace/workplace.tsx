import { Activity, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterPaint, useAfterPaint } from '../../ui/index.ts';
import { useSnapshot } from '../store/context.tsx';
import { ConsultationScreen } from './consultation-screen.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { workplaceMode } from './mode.ts';
import { RingingScreen } from './ringing-screen.tsx';
import classes from './workplace.module.css';

/** The page is there and at rest. */
const REHEARSAL_AFTER_MS = 200;

/** One element for ever: hiding it draws nothing anew. */
const IDLE = <IdleScreen />;

/** «Рабочее место», by the state of the call. */
export function Workplace() {
  const { i18n } = useTranslation();
  const mode = useSnapshot(workplaceMode);
  const painted = useAfterPaint(mode, mode);
  const rehearsal = useRehearsal() && mode === 'idle';
  // Taking the idle screen down takes as long as drawing the ring: it is hidden first.
  const idleGoes = mode === 'ringing' && painted === 'idle';
  return (
    <>
      {mode !== 'consultation' && (
        // Drawn unseen between calls, when there is time: a ring only fills in who calls.
        <div
          className={rehearsal ? classes.rehearsal : classes.ring}
          inert={rehearsal}
          data-rings={mode === 'ringing' || undefined}
        >
          <Activity key={i18n.language} mode={mode === 'ringing' || rehearsal ? 'visible' : 'hidden'}>
            <RingingScreen />
          </Activity>
        </div>
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

/** Whether the ring was rehearsed in this page; the workplace comes and goes with its section. */
let rehearsed = false;

/**
 * Once after the page is there, when it has time, for one frame: the ring is shown where nobody sees it, so that the first call finds its code
 * compiled and its styles known.
 */
function useRehearsal(): boolean {
  const [rehearsal, setRehearsal] = useState<'due' | 'now' | 'done'>(() => (rehearsed ? 'done' : 'due'));
  useEffect(() => {
    if (rehearsal === 'now') {
      rehearsed = true;
      return afterPaint(() => setRehearsal('done'));
    }
    if (rehearsal === 'done') return undefined;
    const timer = setTimeout(() => setRehearsal('now'), REHEARSAL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [rehearsal]);
  return rehearsal === 'now';
}
