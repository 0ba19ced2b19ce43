import type { GlobalKey } from '../../shared/contract/desktop.ts';

/** What is used of Electron's `globalShortcut`. */
export interface Shortcuts {
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

/** Ctrl+Shift+F2 / F3 (screens.md): F2 answers in the console too, and 1C leaves both alone. */
export const GLOBAL_KEYS: Readonly<Record<GlobalKey, string>> = {
  answer: 'Control+Shift+F2',
  end: 'Control+Shift+F3',
};
const KEYS = ['answer', 'end'] as const;

/**
 * Keys that work while another program has the focus, as the setting says.
 * @returns switches them; answers which of them another program has taken
 */
export function createGlobalKeys(
  shortcuts: Shortcuts,
  pressed: Record<GlobalKey, () => void>,
): (on: boolean) => GlobalKey[] {
  const held = new Set<GlobalKey>();
  return (on) => {
    if (!on) {
      held.forEach((key) => shortcuts.unregister(GLOBAL_KEYS[key]));
      held.clear();
      return [];
    }
    // One that was taken may be free by now.
    for (const key of KEYS) {
      if (!held.has(key) && shortcuts.register(GLOBAL_KEYS[key], pressed[key])) held.add(key);
    }
    return KEYS.filter((key) => !held.has(key));
  };
}
