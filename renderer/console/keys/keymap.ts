/** What a key can do. The names are the commands' (commands.ts). */
export type KeyCommand =
  | 'answer'
  | 'end'
  | 'hold'
  | 'mute'
  | 'book'
  | 'next-event'
  | 'search'
  | 'close'
  | 'palette'
  | 'candidate-1'
  | 'candidate-2'
  | 'candidate-3';

/** A key by its place on the keyboard (`KeyboardEvent.code`), so that the Russian layout changes nothing. */
export type Binding = { readonly code: string; readonly ctrl?: true; readonly shift?: true; readonly alt?: true };

/** The keys of the console. F4 is left alone: 1C users press it all day. Esc never hangs up. */
export const KEYMAP: Readonly<Record<KeyCommand, Binding>> = {
  answer: { code: 'F2' },
  end: { code: 'F2', shift: true },
  hold: { code: 'F6' },
  mute: { code: 'F7' },
  book: { code: 'F8' },
  'next-event': { code: 'F9' },
  search: { code: 'KeyF', ctrl: true },
  close: { code: 'Enter', ctrl: true },
  palette: { code: 'KeyK', ctrl: true },
  'candidate-1': { code: 'Digit1', alt: true },
  'candidate-2': { code: 'Digit2', alt: true },
  'candidate-3': { code: 'Digit3', alt: true },
};

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/** The command of a pressed key, null when it has none. The number pad's Enter and the Mac's Cmd count like the others. */
export function commandOf(pressed: Pressed): KeyCommand | null {
  const code = pressed.code === 'NumpadEnter' ? 'Enter' : pressed.code;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  const found = Object.entries(KEYMAP).find(
    ([, key]) =>
      key.code === code &&
      (key.ctrl ?? false) === ctrl &&
      (key.shift ?? false) === pressed.shiftKey &&
      (key.alt ?? false) === pressed.altKey,
  );
  return isCommand(found?.[0]) ? found[0] : null;
}

function isCommand(name: string | undefined): name is KeyCommand {
  return name !== undefined && Object.hasOwn(KEYMAP, name);
}

/** A key as it is written beside a control, «Shift F2». */
export function keysText(command: KeyCommand): string {
  const { code, ctrl, shift, alt } = KEYMAP[command];
  const name = code.replace(/^(Key|Digit)/, '');
  return [ctrl && 'Ctrl', shift && 'Shift', alt && 'Alt', name].filter(Boolean).join(' ');
}
