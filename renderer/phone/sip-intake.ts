import type { PhoneLog } from './sip-stack.ts';

const LONGEST_MESSAGE = 64 * 1024;
const LONGEST_HEADER = 16 * 1024;
const MOST_HEADERS = 200;
/** SIP.js reads lists of addresses in the square of their length: 300 kB of Contact held the page for half a minute. */
const LONGEST_ADDRESS_LIST = 6 * 1024;
const ADDRESS_LISTS = /^(?:contact|m|record-route|route|path|via|v)[ \t]*:/i;

/** Why a message is not worth the parser's time. */
type Objection = 'message-too-long' | 'header-too-long' | 'too-many-headers' | 'too-many-addresses';

/**
 * Looks at a SIP message before it is parsed: whether its size is that of a message a PBX sends.
 * @returns null when it may be parsed
 */
export function objectionTo(message: string): Objection | null {
  if (message.length > LONGEST_MESSAGE) return 'message-too-long';
  const end = message.indexOf('\r\n\r\n');
  const headers = (end < 0 ? message : message.slice(0, end)).split(/\r\n(?![ \t])/);
  if (headers.length > MOST_HEADERS) return 'too-many-headers';
  if (headers.some(({ length }) => length > LONGEST_HEADER)) return 'header-too-long';
  const addresses = headers.filter((header) => ADDRESS_LISTS.test(header)).reduce((sum, { length }) => sum + length, 0);
  return addresses > LONGEST_ADDRESS_LIST ? 'too-many-addresses' : null;
}

/**
 * SIP.js knows no caller but a sip: or sips: address and would drop a call from a tel: one without a word: it is written as RFC 3261 19.1.6
 * has it, in From and To only.
 */
export function withSipAddresses(message: string): string {
  const end = message.indexOf('\r\n\r\n');
  if (end < 0 || !/^(?:from|to|f|t)[ \t]*:[^\r\n]*\btel:/im.test(message.slice(0, end))) return message;
  const headers = message
    .slice(0, end)
    .replace(/^((?:from|to|f|t)[ \t]*:[^\r\n]*)<tel:([^>;@\s]+)[^>\r\n]*>/gim, '$1<sip:$2@tel.invalid;user=phone>')
    .replace(/^((?:from|to|f|t)[ \t]*:[ \t]*)tel:([^;@\s]+)/gim, '$1<sip:$2@tel.invalid;user=phone>');
  return headers + message.slice(end);
}

/** The words of a status line are for people, and nobody reads these: whatever stands there, the code counts (RFC 3261 7.2). */
export const withoutPhrase = (message: string): string => message.replace(/^(SIP\/2\.0 \d{3}) [^\r\n]*/i, '$1 ');

/**
 * What stands between the socket and the SIP stack: a message that nobody honest sends is not read, and one that makes the stack throw is
 * its own loss only: the next one is read as if nothing had been.
 * @param take the stack's own intake
 * @param tooLarge told of what was not read
 */
export function guardedIntake(
  take: (message: string) => void,
  tooLarge: (message: string) => void,
  log: PhoneLog,
): (message: string) => void {
  return (message) => {
    const objection = objectionTo(message);
    if (objection !== null) {
      log('sip-dropped', { objection, length: message.length });
      return tooLarge(message);
    }
    try {
      take(withSipAddresses(withoutPhrase(message)));
    } catch (error) {
      log('sip-threw', { error: String(error).slice(0, 200) });
    }
  };
}
