import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/contract/base.ts';
import type { PersonalSettings, SettingsView } from '../../../shared/contract/settings.ts';
import { useDesk, useDeskState } from '../store/context.tsx';

/** The settings in force, and how to change the consultant's own. */
export interface SettingsSource {
  readonly view: SettingsView | null;
  readonly failure: Failure | null;
  retry(): void;
  /** Saved at once; the screen shows the choice without waiting for the disk. */
  savePersonal(patch: Partial<PersonalSettings>): void;
  /** What a save of the workstation's settings answered. */
  took(view: SettingsView): void;
}

/** Asks for the settings, again at each connection to the desk. */
export function useSettings(): SettingsSource {
  const desk = useDesk();
  const connected = useDeskState(({ connection }) => connection === 'up');
  const [view, setView] = useState<SettingsView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);

  const took = useCallback(
    (given: SettingsView) => {
      setView(given);
      setFailure(null);
      desk.setPersonal(given.personal);
      desk.setSayTexts(given.say.texts);
    },
    [desk],
  );
  useEffect(() => {
    if (!connected) return;
    let asked = true;
    void desk.ask('settings', {}).then((outcome) => {
      if (!asked) return;
      if (outcome.ok) took(outcome.value);
      else setFailure(outcome.error);
    });
    return () => void (asked = false);
  }, [desk, connected, took, attempt]);

  const savePersonal = (patch: Partial<PersonalSettings>) => {
    if (view === null) return;
    const before = view.personal;
    const settings = { ...before, ...patch };
    took({ ...view, personal: settings });
    void desk.act('savePersonalSettings', { settings }).then((outcome) => {
      took(outcome.ok ? outcome.value : { ...view, personal: before });
    });
  };
  return { view, failure, retry: () => setAttempt((n) => n + 1), savePersonal, took };
}
