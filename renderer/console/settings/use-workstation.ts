import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { useFailureText } from '../frame/failure-text.ts';
import { useDesk, usePlace, usePlaceState } from '../store/context.tsx';
import { formOf, isSame, settingsOf, type SettingsForm, type UnsavedSettings } from './form.ts';
import { mistakesOfFailure, type Mistakes } from './mistakes.ts';

/** A part of the workstation's settings an administrator may have set. */
export type Part = SettingsView['locked'][number];

export interface Workstation {
  readonly form: SettingsForm;
  /** A password typed anew; '' keeps the one known. */
  readonly password: string;
  change(patch: Partial<SettingsForm>): void;
  changePassword(password: string): void;
  isLocked(part: Part): boolean;
  /** The sentence beside a field, by its path; undefined when nothing is wrong with it. */
  mistake(path: string): string | undefined;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly problem: string | null;
  save(): void;
  undo(): void;
}

/** The form over the workstation's own layer. What is typed stays until it is saved or put back. */
export function useWorkstation(view: SettingsView, took: (view: SettingsView) => void): Workstation {
  const { t } = useTranslation('settings');
  const desk = useDesk();
  const failureText = useFailureText();
  const place = usePlace();
  // What was typed over the settings in force; null: nothing, and the form follows them.
  const unsaved = usePlaceState((state) => state.unsaved);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const inForce = formOf(view.workstation);
  const { form, password } = unsaved ?? { form: inForce, password: '' };
  const keep = (changed: Partial<UnsavedSettings>) => {
    const now = { form, password, ...changed };
    place.keepUnsaved(isSame(now.form, inForce) && now.password === '' ? null : now);
    setMistakes({});
    setProblem(null);
  };

  const undo = () => {
    place.keepUnsaved(null);
    setMistakes({});
    setProblem(null);
  };
  const refuse = (found: Mistakes) => {
    setMistakes(found);
    setProblem(t('hasMistakes'));
  };
  const save = async () => {
    const answer = settingsOf(form);
    if (!answer.ok) return refuse(answer.mistakes);
    setBusy(true);
    const outcome = await desk.ask('saveWorkstationSettings', {
      settings: answer.settings,
      password: password === '' ? null : password,
    });
    setBusy(false);
    if (outcome.ok) {
      undo();
      took(outcome.value);
      return desk.say(t('saved'));
    }
    const named = mistakesOfFailure(outcome.error);
    if (named !== null) return refuse(named);
    setProblem(outcome.error.code === 'in-call' ? t('inCall') : failureText(outcome.error));
  };
  return {
    form,
    password,
    change: (patch) => keep({ form: { ...form, ...patch } }),
    changePassword: (typed) => keep({ password: typed }),
    isLocked: (part) => view.locked.includes(part),
    mistake(path) {
      const code = mistakes[path];
      return code && t(`mistake.${code}`);
    },
    changed: unsaved !== null,
    busy,
    problem,
    save: () => void save(),
    undo,
  };
}
