import { useCallback, useEffect } from 'react';
import { personalSettings, type PersonalSettings } from '../../../shared/contract/settings.ts';
import { useDesk, useDeskState } from './context.tsx';

/** Before the desk answers, and for a desk that does not. */
const DEFAULTS: PersonalSettings = personalSettings.parse({});

/** The consultant's own settings as this window knows them. */
export function usePersonal(): PersonalSettings {
  return useDeskState((state) => state.personal) ?? DEFAULTS;
}

/**
 * Asks the desk for the consultant's own settings and words, once at each connection of a window; «Настройки» puts what it saved here at
 * once (`desk.setPersonal`).
 */
export function useAskPersonal(): void {
  const desk = useDesk();
  const connected = useDeskState(({ connection }) => connection === 'up');
  useEffect(() => {
    if (!connected) return;
    void desk.ask('settings', {}).then((outcome) => {
      if (!outcome.ok) return;
      desk.setPersonal(outcome.value.personal);
      desk.setSayTexts(outcome.value.say.texts);
    });
  }, [desk, connected]);
}

/** Changes the consultant's own settings outside «Настройки»: seen at once, put back when the desk refuses. Nothing before they are known. */
export function useChangePersonal(): (patch: Partial<PersonalSettings>) => void {
  const desk = useDesk();
  return useCallback(
    (patch) => {
      const before = desk.store.getState().personal;
      if (before === null) return;
      const settings = { ...before, ...patch };
      desk.setPersonal(settings);
      void desk.act('savePersonalSettings', { settings }).then((outcome) => {
        desk.setPersonal(outcome.ok ? outcome.value.personal : before);
      });
    },
    [desk],
  );
}
