import { KEY_COMMANDS, type KeyBinding, type KeyCommand, type OwnKeys } from '../../../shared/contract/keys.ts';
import { DEFAULT_KEYS, keymapOf, sameKey } from './keymap.ts';
import { reservedFor, type ReservedFor } from './reserved.ts';

/** What came of asking for another key: the keys to keep, or why not. */
export type KeyChange =
  { kind: 'changed'; own: OwnKeys } | { kind: 'reserved'; why: ReservedFor } | { kind: 'taken'; by: KeyCommand };

/** Gives a command another key. A key that is not the page's, or another command's, is refused. */
export function changeKey(own: OwnKeys, command: KeyCommand, key: KeyBinding): KeyChange {
  const why = reservedFor(key);
  if (why !== null) return { kind: 'reserved', why };
  const keymap = keymapOf(own);
  const by = KEY_COMMANDS.find((other) => other !== command && sameKey(keymap(other), key));
  if (by !== undefined) return { kind: 'taken', by };
  return { kind: 'changed', own: withoutUsual({ ...own, [command]: key }) };
}

/** Gives a command the key of another, and the other its own. */
export function swapKeys(own: OwnKeys, command: KeyCommand, other: KeyCommand): OwnKeys {
  const keymap = keymapOf(own);
  const [mine, theirs] = [keymap(command), keymap(other)];
  return withoutUsual({ ...own, ...(theirs && { [command]: theirs }), ...(mine && { [other]: mine }) });
}

/** A key that is the usual one needs no place among one's own. */
function withoutUsual(own: OwnKeys): OwnKeys {
  const changed = KEY_COMMANDS.flatMap((command) => {
    const key = own[command];
    return key === undefined || sameKey(key, DEFAULT_KEYS[command]) ? [] : [[command, key] as const];
  });
  return Object.fromEntries(changed);
}
