import { useMemo } from 'react';
import type { KeyCommand, OwnKeys } from '../../../shared/contract/keys.ts';
import { useDeskState } from '../store/context.tsx';
import { keymapOf, keyText, type Keymap } from './keymap.ts';

/** Before the desk answers: the console's own keys. */
const NONE: OwnKeys = {};

/** The keys in force, the consultant's own among them. */
export function useKeymap(): Keymap {
  const own = useDeskState(({ personal }) => personal?.keys ?? NONE);
  return useMemo(() => keymapOf(own), [own]);
}

/** How the key of a command is written, «Shift F2»; '' where it has none. */
export function useKeysText(): (command: KeyCommand) => string {
  const keymap = useKeymap();
  return (command) => keyText(keymap(command));
}
