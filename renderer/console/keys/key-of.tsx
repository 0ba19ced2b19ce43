import type { KeyCommand } from '../../../shared/contract/keys.ts';
import { KeyHint } from '../../ui/index.ts';
import { useKeysText } from './use-keymap.ts';

/** The key in force of a command, beside the control that does the same. */
export function KeyOf({ command }: { command: KeyCommand }) {
  return <KeyHint keys={useKeysText()(command)} />;
}
