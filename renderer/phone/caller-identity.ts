import type { Caller } from './sip-stack.ts';

/** Raw header values of an INVITE; null where the header is absent. */
export type IdentityHeaders = {
  from: string | null;
  to: string | null;
  /** RFC 3325: what a trusted PBX knows about the caller. Goes before From. */
  assertedIdentity: string | null;
  /** RFC 7315: the number that was dialled before the PBX turned it into ours. */
  calledParty: string | null;
  /** RFC 5806: the number the call was diverted from. */
  diversion: string | null;
};

/** The intake lets no longer one through: a number behind 10 kB of name is found. */
const HEADER_LENGTH = 16 * 1024;
const NAME_LENGTH = 120;
const NUMBER_LENGTH = 64;
/** What exchanges write in place of a caller who hides: RFC 3323 4.1.1.3, and words seen in the wild. */
const NOBODY = /^(?:anonymous|unavailable|unknown|restricted|private|withheld|no ?number|аноним(?:но|ный)?)$/i;

/**
 * Who calls, by RFC 3261 20.10 and its relatives, from headers that anybody on the network may have written: never throws, and gives
 * plain text of bounded length without control or direction-changing characters. An anonymous caller has an empty number.
 * @param own numbers of this phone itself: they are no line that somebody dialled
 */
export function callerOf(headers: IdentityHeaders, own: readonly string[] = []): Caller {
  const asserted = parseAddress(headers.assertedIdentity);
  const from = parseAddress(headers.from);
  const caller = asserted.number === '' ? from : asserted;
  const name = caller.displayName || from.displayName;
  return {
    number: caller.number,
    displayName: caller.number === '' && NOBODY.test(name) ? '' : name,
    dialled:
      [headers.calledParty, headers.diversion, headers.to]
        .map((value) => parseAddress(value).number)
        .find((number) => number !== '' && !own.includes(number)) ?? '',
  };
}

/** Reads a caller for practice: patterns over all of Unicode are compiled at their first use, which the first call need not wait for. */
export function rehearseCaller(): void {
  const from = '"Репетиция" <sip:+70000000000@phone.invalid>;tag=1';
  callerOf({ from, to: from, assertedIdentity: null, calledParty: null, diversion: null });
}

type Address = { displayName: string; number: string };

/** `"Name" <sip:user@host;p=1>;tag=x`, `Name <tel:+7…>` or a bare `sip:user@host;tag=x`. */
function parseAddress(header: string | null): Address {
  const text = (header ?? '').slice(0, HEADER_LENGTH).trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"/s.exec(text);
  const rest = quoted ? text.slice(quoted[0].length) : text;
  const open = rest.indexOf('<');
  if (open < 0) return { displayName: clean(unescapeQuoted(quoted?.[1] ?? ''), NAME_LENGTH), number: userOf(rest) };
  const close = rest.indexOf('>', open);
  const displayName = quoted ? unescapeQuoted(quoted[1] ?? '') : rest.slice(0, open);
  return {
    displayName: clean(displayName, NAME_LENGTH),
    number: userOf(rest.slice(open + 1, close < 0 ? undefined : close)),
  };
}

/** The user part of a sip:, sips: or tel: address; empty for an anonymous one (RFC 3323). */
function userOf(uri: string): string {
  const scheme = /^\s*(sips?|tel):/i.exec(uri);
  if (!scheme) return '';
  const rest = uri.slice(scheme[0].length);
  const at = rest.indexOf('@');
  if (scheme[1]?.toLowerCase() !== 'tel' && at < 0) return '';
  const user = (at < 0 ? rest : rest.slice(0, at)).split(/[;:?]/, 1)[0] ?? '';
  const host = at < 0 ? '' : rest.slice(at + 1);
  const number = clean(decode(user), NUMBER_LENGTH);
  return NOBODY.test(number) || /^anonymous\.invalid/i.test(host) ? '' : number;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray «%» is no escape: taken as written.
    return text;
  }
}

const unescapeQuoted = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Letters and signs that are seen as nothing: a name of them would look like no name at all. */
const BLANKS = /[\u115F\u1160\u2800\u3164\uFFA0\p{Co}\p{Cn}]/gu;
/** More than three marks on one letter climb over the lines above. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Control characters and those that turn the direction of writing would let a name pretend to be another text. */
function clean(text: string, length: number): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
    .replace(BLANKS, ' ')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/g, ' ');
  return Array.from(plain.trim()).slice(0, length).join('').trim();
}
