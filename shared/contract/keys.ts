import { z } from 'zod';

/** What a key can do: the console's actions that have one (renderer/console/actions.ts). */
export const KEY_COMMANDS = [
  'answer',
  'end',
  'hold',
  'mute',
  'book',
  'next-event',
  'search',
  'close',
  'palette',
  'help',
  'take-saying',
  'candidate-1',
  'candidate-2',
  'candidate-3',
] as const;
export const keyCommand = z.enum(KEY_COMMANDS);
export type KeyCommand = z.infer<typeof keyCommand>;

const held = z.literal(true).optional();

/** A key by its place on the keyboard (`KeyboardEvent.code`), so that the Russian layout changes nothing. */
export const keyBinding = z.strictObject({
  code: z.string().regex(/^\w{1,40}$/, { error: 'format' }),
  ctrl: held,
  shift: held,
  alt: held,
});
export type KeyBinding = Readonly<z.infer<typeof keyBinding>>;

/**
 * The keys a consultant has changed; the others are the console's own. A command this program does not know, of a newer one, is passed over:
 * nobody loses the other settings by it.
 */
export const ownKeys = z.record(z.string(), z.unknown()).transform((kept): OwnKeys => {
  const known = KEY_COMMANDS.flatMap((command) => {
    const binding = keyBinding.safeParse(kept[command]);
    return binding.success ? [[command, binding.data] as const] : [];
  });
  return Object.fromEntries(known);
});
export type OwnKeys = { readonly [Command in KeyCommand]?: KeyBinding };
