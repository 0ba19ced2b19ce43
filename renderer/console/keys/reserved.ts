import type { KeyBinding } from '../../../shared/contract/keys.ts';

/**
 * Why a key cannot be given to a command: `one-c`, 1C users press it all day; `escape`, it never hangs up and never loses text; `global`, it
 * is heard while another program has the focus; `list`, digits choose in open lists; `moving`, it moves through the screen or presses what
 * stands there; `editing`, it works in text fields; `typing`, it writes; `browser`, browser or system keep it.
 */
export type ReservedFor = 'one-c' | 'escape' | 'global' | 'moving' | 'editing' | 'typing' | 'browser';

const MODIFIERS = /^(Control|Shift|Alt|Meta|OS|CapsLock|Fn)/;
const MOVING = /^(Tab|Enter|Space|Arrow\w+|Home|End|PageUp|PageDown|ContextMenu)$/;
const WRITING =
  /^(Key\w|Digit\d|Numpad\w+|Backquote|Minus|Equal|Bracket\w+|Backslash|Semicolon|Quote|Comma|Period|Slash|Intl\w+)$/;

/** Keys of browser and system that no page may rely on: tabs and windows, address, reload, zoom, printing, the system's own. */
const BROWSER_CTRL = /^(Key[DEGHJLNOPRSTUW]|Digit\d|Tab|Equal|Minus|NumpadAdd|NumpadSubtract|F4|F5)$/;
const BROWSER_CTRL_SHIFT = /^(Key[ABCDIJKMNOPRTVW]|Tab|Delete|Escape)$/;
const BROWSER_ALT = /^(Tab|F4|Space|Arrow\w+|Home|Key[DEF])$/;
const BROWSER_PLAIN = /^(F3|F5|F10|F11|F12|PrintScreen|ScrollLock|Pause|NumLock)$/;

/** Whether only Ctrl, Shift or Alt is held down yet: the key itself is still to come. */
export const isModifier = (code: string): boolean => code === '' || MODIFIERS.test(code);

/** Why this key stays as it is; null: it may be given to a command. */
export function reservedFor({ code, ctrl, shift, alt }: KeyBinding): ReservedFor | null {
  if (code === 'F4' && !ctrl && !alt) return 'one-c';
  if (code === 'Escape') return 'escape';
  if (ctrl && shift && !alt && (code === 'F2' || code === 'F3')) return 'global';
  if (ctrl && alt) return 'typing';
  if (ctrl && !shift && /^Key[ACVXYZ]$|^Insert$|^Backspace$|^Delete$/.test(code)) return 'editing';
  if (ctrl && !shift && /^(Arrow\w+|Home|End)$/.test(code)) return 'editing';
  if (ctrl) return (shift ? BROWSER_CTRL_SHIFT : BROWSER_CTRL).test(code) ? 'browser' : null;
  if (alt) return BROWSER_ALT.test(code) ? 'browser' : null;
  if (/^(Backspace|Delete|Insert)$/.test(code)) return 'editing';
  if (MOVING.test(code)) return 'moving';
  if (WRITING.test(code)) return 'typing';
  return BROWSER_PLAIN.test(code) ? 'browser' : null;
}
