import { sip } from './ru/sip.ts';

/** The text of a status in the namespace `sip`; takes `code`. */
export type SipStatusKey = `status.${keyof (typeof sip)['status']}` | `class.${keyof (typeof sip)['class']}`;

const isNamed = (name: string): name is keyof (typeof sip)['status'] => Object.hasOwn(sip.status, name);
const isClass = (name: string): name is keyof (typeof sip)['class'] => Object.hasOwn(sip.class, name);

/**
 * Where the plain words of a SIP status are: its own, else those of its class (RFC 3261 8.1.3.2: an unknown status is as x00 of its class).
 * @param code the status of a refusal, whatever the exchange sent
 */
export function sipStatusKey(code: number): SipStatusKey {
  const name = `s${code}`;
  if (isNamed(name)) return `status.${name}`;
  const kind = `c${Math.floor(code / 100)}`;
  return isClass(kind) ? `class.${kind}` : 'class.c0';
}
