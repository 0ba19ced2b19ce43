/** A request line; ACK is never answered, and what is no request at all has nobody who waits. */
const REQUEST = /^(?!ACK\b)[A-Z]{1,20} \S.*$/i;
const STATUS_LINE = /^SIP\/2\.0 /i;
/** What an answer copies of its request (RFC 3261 8.2.6.2), long and short names. */
const COPIED = { Via: 'via|v', From: 'from|f', To: 'to|t', 'Call-ID': 'call-id|i', CSeq: 'cseq' };

/** Nobody's way back is longer; what is larger is not sent back to whoever sent it. */
const LONGEST_ANSWER = 4 * 1024;
/** Where the way back stands, if it stands anywhere. */
const LOOKED_AT = 64 * 1024;

const PHRASES = { 400: 'Bad Request', 513: 'Message Too Large' };

/**
 * The answer to a request that never reaches the SIP stack, or that it could make nothing of (RFC 3261 21.4.1 and 21.5.14): whoever sent it
 * need not wait for half a minute.
 * @returns null where it is no request, or does not say where an answer goes.
 */
export function plainRefusalOf(message: string, statusCode: keyof typeof PHRASES): string | null {
  const looked = message.slice(0, LOOKED_AT);
  const end = looked.indexOf('\r\n\r\n');
  const [first = '', ...headers] = (end < 0 ? looked : looked.slice(0, end)).split(/\r\n(?![ \t])/);
  if (STATUS_LINE.test(first) || !REQUEST.test(first)) return null;
  const copied: string[] = [];
  for (const [name, names] of Object.entries(COPIED)) {
    const named = new RegExp(`^(?:${names})[ \\t]*:`, 'i');
    const found = headers.filter((header) => named.test(header));
    if (found.length === 0) return null;
    copied.push(...(name === 'Via' ? found : found.slice(0, 1)).map((header) => header.replace(named, `${name}:`)));
  }
  const answered = copied.map((header) => (isUntaggedTo(header) ? `${header};tag=unreadable` : header));
  const answer = [`SIP/2.0 ${statusCode} ${PHRASES[statusCode]}`, ...answered, 'Content-Length: 0', '', ''].join(
    '\r\n',
  );
  return answer.length > LONGEST_ANSWER ? null : answer;
}

const isUntaggedTo = (header: string): boolean => header.startsWith('To:') && !/;\s*tag=/i.test(header);
