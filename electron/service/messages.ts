import { z } from 'zod';

/** Whose channel it is. Main decides that by the window that asks; a page cannot. */
export const channelRole = z.enum(['console', 'phone', 'mini', 'shell']);
export type ChannelRole = z.infer<typeof channelRole>;

/** `data` and `close` only where main relays: a message port cannot be handed to a forked Node. */
const relayed = [
  z.object({ kind: z.literal('data'), channel: z.number().int(), message: z.unknown() }),
  z.object({ kind: z.literal('close'), channel: z.number().int() }),
] as const;

/** What Electron's main process says to the service process. `channel` comes with a port, or is the number of a relayed one. */
export const fromMain = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), role: channelRole, channel: z.number().int() }),
  z.object({ kind: z.literal('stop') }),
  ...relayed,
]);
export type FromMain = z.input<typeof fromMain>;

/** What the service process says to main. */
export const fromService = z.discriminatedUnion('kind', [
  /** Composed, and channels are served. `phoneOrigin`: where the phone's page may connect, for its policy; told again when it changes. */
  z.object({ kind: z.literal('ready'), phoneOrigin: z.string().nullable() }),
  /** It cannot start, and says why in sentences; it ends then and is not to be started again. */
  z.object({ kind: z.literal('problem'), lines: z.array(z.string()) }),
  ...relayed,
]);
export type FromService = z.input<typeof fromService>;
