import { KEY_COMMANDS, type KeyBinding, type KeyCommand, type OwnKeys } from '../../../shared/contract/keys.ts';
/** The keys of the console as it comes. F4 is left alone: 1C users press it all day. Esc never hangs up. */
export const DEFAULT_KEYS: Readonly<Record<KeyCommand, KeyBinding>> = {
  answer: { code: 'F2' },
  end: { code: 'F2', shift: true },
  hold: { code: 'F6' },
  mute: { code: 'F7' },
  book: { code: 'F8' },
  'next-event': { code: 'F9' },
  search: { code: 'KeyF', ctrl: true },
  close: { code: 'Enter', ctrl: true },
  palette: { code: 'KeyK', ctrl: true },
  help: { code: 'F1' },
  'take-saying': { code: 'Enter', alt: true },
  'candidate-1': { code: 'Digit1', alt: true },
  'candidate-2': { code: 'Digit2', alt: true },
  'candidate-3': { code: 'Digit3', alt: true },
};

/** The key of a command; null: it has none, because the consultant gave it to something else. */
export type Keymap = (command: KeyCommand) => KeyBinding | null;

/** The keys in force: the console's own, with the consultant's laid over them. A key given to one command is taken from the other. */
export function keymapOf(own: OwnKeys): Keymap {
  const taken = Object.values(own);
  return (command) => {
    const given = own[command];
    if (given !== undefined) return given;
    const usual = DEFAULT_KEYS[command];
    return taken.some((key) => sameKey(key, usual)) ? null : usual;
  };
}

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/** A pressed key as a binding. The number pad's Enter and the Mac's Cmd count like the others. */
export function bindingOf(pressed: Pressed): KeyBinding {
  return {
    code: pressed.code === 'NumpadEnter' ? 'Enter' : pressed.code,
    ...((pressed.ctrlKey || pressed.metaKey) && { ctrl: true as const }),
    ...(pressed.shiftKey && { shift: true as const }),
    ...(pressed.altKey && { alt: true as const }),
  };
}

/** The command of a pressed key, null when it has none. */
export function commandOf(keymap: Keymap, pressed: Pressed): KeyCommand | null {
  const key = bindingOf(pressed);
  return KEY_COMMANDS.find((command) => sameKey(keymap(command), key)) ?? null;
}

/** Whether two bindings are one key with the same keys held. */
export const sameKey = (a: KeyBinding | null, b: KeyBinding | null): boolean =>
  a !== null && b !== null && a.code === b.code && a.ctrl === b.ctrl && a.shift === b.shift && a.alt === b.alt;

/** A key as it is written beside a control, «Shift F2»; '' for none. */
export function keyText(binding: KeyBinding | null): string {
  if (binding === null) return '';
  const { code, ctrl, shift, alt } = binding;
  const name = SIGNS[code] ?? code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ');
  return [ctrl && 'Ctrl', shift && 'Shift', alt && 'Alt', name].filter(Boolean).join(' ');
}

/** Keys that are called by what stands on them. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num -',
  NumpadMultiply: 'Num *',
  NumpadDivide: 'Num /',
  NumpadDecimal: 'Num .',
};
