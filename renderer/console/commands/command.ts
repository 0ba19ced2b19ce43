import { useMemo } from 'react';
import type { KeyCommand } from '../../../shared/contract/keys.ts';
import { createActions, type Actions } from '../actions.ts';
import { useKeysText } from '../keys/use-keymap.ts';
import { useDesk, usePlace } from '../store/context.tsx';

/** Something a consultant may do now, by button, key or name. */
export interface Command {
  id: string;
  /** What the present state asks for, the consultant's own state, the places. */
  group: 'actions' | 'state' | 'places';
  /** Begins with the name of the button that does the same. */
  title: string;
  keys?: string;
  run(): void;
}

/** The consultant's intentions, bound to this window. */
export function useActions(): Actions {
  const [desk, place] = [useDesk(), usePlace()];
  return useMemo(() => createActions(desk, place), [desk, place]);
}

/** Makes a command of the present state, with its key as it is set. */
export function useAction(): (id: string, title: string, run: () => void, key?: KeyCommand) => Command {
  const keysText = useKeysText();
  return (id, title, run, key) => ({
    id,
    group: 'actions',
    title,
    run,
    ...(key === undefined || keysText(key) === '' ? {} : { keys: keysText(key) }),
  });
}
