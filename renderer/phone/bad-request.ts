/** A request line; ACK is never answered, and what is no request at all has nobody who waits. */
const REQUEST = /^(?!ACK\b)[A-Z]{1,20} \S.*$/i;
const STATUS_LINE = /^SIP\/2\.0 /i;
/** What an answer copies of its request (RFC 3261 8.2.6.2), long and short names. */
const COPIED = { Via: 'via|v', From: 'from|f', To: 'to|t', 'Call-ID': 'call-id|i', CSeq: 'cseq' };

/**
 * The answer 400 to a request that the SIP stack could make nothing of (RFC 3261 21.4.1): whoever sent it need not wait for half a minute.
 * @returns null where it is no request, or does not say where an answer goes.
 */
export function badRequestTo(message: string): string | null {
  const end = message.indexOf('\r\n\r\n');
  const [first = '', ...headers] = (end < 0 ? message : message.slice(0, end)).split(/\r\n(?![ \t])/);
  if (STATUS_LINE.test(first) || !REQUEST.test(first)) return null;
  const copied: string[] = [];
  for (const [name, names] of Object.entries(COPIED)) {
    const named = new RegExp(`^(?:${names})[ \\t]*:`, 'i');
    const found = headers.filter((header) => named.test(header));
    if (found.length === 0) return null;
    copied.push(...(name === 'Via' ? found : found.slice(0, 1)).map((header) => header.replace(named, `${name}:`)));
  }
  const answered = copied.map((header) => (isUntaggedTo(header) ? `${header};tag=unreadable` : header));
  return ['SIP/2.0 400 Bad Request', ...answered, 'Content-Length: 0', '', ''].join('\r\n');
}

const isUntaggedTo = (header: string): boolean => header.startsWith('To:') && !/;\s*tag=/i.test(header);
