import { LONGEST_LINK, type LinkProblem, type OpenRequest } from '../contract/desktop.ts';
import { formatPhone, parsePhone } from '../regulation/phone-number.ts';

const SCHEME = /^\s*(tel|sips?|callto):(?:\/\/)?/i;
/** A number as a link may write it: no letters, and no `*` or `#`, by which a link could switch a forwarding on. */
const WRITTEN_NUMBER = /^\+?[\d\s().\u2010-\u2015\u2212-]+$/u;
const MOST_DIGITS = 20;

export type PhoneLink = { ok: true; number: string } | { ok: false; problem: LinkProblem };

/**
 * The number of a `tel:` (RFC 3966), `sip:`/`sips:` (RFC 3261) or `callto:` link, as «Набрать номер» takes it: E.164 in groups where it is
 * one, «доб.» behind it, else its digits. Never throws; whatever is no such number has its problem named.
 */
export function readPhoneLink(link: string): PhoneLink {
  if (link.length > LONGEST_LINK) return { ok: false, problem: 'too-long' };
  const scheme = SCHEME.exec(link);
  if (scheme === null) return { ok: false, problem: 'scheme' };
  const address = decoded(link.slice(scheme[0].length));
  if (address === null) return { ok: false, problem: 'broken' };
  const [, extension = null] = /;ext=(\d{1,6})(?:;|$)/i.exec(address) ?? [];
  const user = userOf(address);
  if (user === '') return { ok: false, problem: 'empty' };
  if (!WRITTEN_NUMBER.test(user)) return { ok: false, problem: 'not-a-number' };
  const { e164 } = parsePhone(user);
  const digits = user.replace(/[^\d+]/g, '');
  if (!/\d/.test(digits)) return { ok: false, problem: 'not-a-number' };
  if (digits.length > MOST_DIGITS) return { ok: false, problem: 'too-long' };
  const number = e164 === null ? digits : formatPhone(e164);
  return { ok: true, number: extension === null ? number : `${number} доб. ${extension}` };
}

/** What the console is asked to show for a link. */
export function requestOfLink(link: string): OpenRequest {
  const read = readPhoneLink(link);
  const shown = link.slice(0, LONGEST_LINK);
  return read.ok
    ? { kind: 'dial', number: read.number, link: shown }
    : { kind: 'bad-link', link: shown, problem: read.problem };
}

/** The user part: without host, password, parameters and headers, and without the slash some programs put at the end. */
function userOf(address: string): string {
  const [before = ''] = address.split(/[;?#]/);
  const [user = ''] = before.split('@');
  const [name = ''] = user.split(':');
  return name.replace(/\/+$/, '').trim();
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
