import * as z from 'zod/mini';
import { shortText } from './wire.ts';

/** The account at the PBX. In the small dialect: the phone is told it before it registers (see wire.ts). */
export const sipSettings = z.strictObject({
  /** Address of the PBX's WebSocket: wss:// anywhere, ws:// on this machine only. */
  server: z.url({ protocol: /^wss?$/ }),
  number: z.string().check(z.regex(/^[\w.+-]{1,64}$/, { error: 'format' })),
  /** Authentication name, where it is not the number. */
  user: z.optional(shortText),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** SIP domain, where it is not the server's host. */
  domain: z.optional(shortText),
  displayName: z.optional(shortText),
  /** The PBX's echo for «Проверить связь», where it is not *43. */
  echo: z.optional(z.string().check(z.regex(/^[\d*#+]{1,32}$/, { error: 'format' }))),
  /** Digits the PBX wants before a city or mobile number; extensions are dialled without. */
  prefix: z.optional(z.string().check(z.regex(/^\d{1,4}$/, { error: 'format' }))),
  /** STUN servers of one's own; none by default, never somebody's public server. */
  stun: z._default(z.array(z.string().check(z.regex(/^stuns?:/, { error: 'format' }))), []),
});
export type SipSettings = z.infer<typeof sipSettings>;

/** The account as it is kept: the password stands beside it, sealed. */
export const sipSettingsKept = z.omit(sipSettings, { password: true });
