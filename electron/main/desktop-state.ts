import type { DesktopSettings, DesktopState, GlobalKey } from '../../shared/contract/desktop.ts';
import type { ShellView } from '../../shared/contract/shell.ts';

/**
 * Puts the desktop's settings in force where they have changed, and says what became of them.
 * @param options.tell told after each change, and once at the first view
 */
export function followDesktop(options: {
  globalKeys: (on: boolean) => GlobalKey[];
  phoneLinks: (on: boolean) => DesktopState['phoneLinks'];
  tell: (state: DesktopState) => void;
}): (view: ShellView | null) => void {
  let inForce: DesktopSettings | null = null;
  let state: DesktopState = { refusedKeys: [], phoneLinks: 'off' };
  return (view) => {
    if (view === null) return;
    const { desktop } = view;
    const before = inForce;
    inForce = desktop;
    const keysChanged = desktop.globalKeys !== (before?.globalKeys ?? false);
    // At the start too: a setting made by an earlier version of the program names its old place.
    const linksChanged = desktop.phoneLinks !== (before?.phoneLinks ?? false);
    if (before !== null && !keysChanged && !linksChanged) return;
    if (keysChanged) state = { ...state, refusedKeys: options.globalKeys(desktop.globalKeys) };
    if (linksChanged) state = { ...state, phoneLinks: options.phoneLinks(desktop.phoneLinks) };
    options.tell(state);
  };
}
