import fc from 'fast-check';

/** An offer that a browser takes, though nobody stands behind it; without a BUNDLE group, as smaller exchanges send it. */
export const OFFER = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=ice-lite',
  'm=audio 9 UDP/TLS/RTP/SAVPF 0 8 101',
  'c=IN IP4 127.0.0.1',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  `a=fingerprint:sha-256 ${Array<string>(32).fill('AB').join(':')}`,
  'a=setup:actpass',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000',
  'a=candidate:1 1 udp 2130706431 127.0.0.1 9 typ host',
  '',
].join('\r\n');

export interface Request {
  /** Names the transaction and the call. */
  id: string;
  method?: string;
  from?: string;
  uri?: string;
  extra?: readonly string[];
  body?: string;
}

/** A request as an exchange sends it to its phone 101; `CANCEL` and `ACK` of the same `id` belong to its INVITE. */
export function request({ id, method = 'INVITE', from, uri, extra = [], body = '' }: Request): string {
  return [
    `${method} ${uri ?? 'sip:101@127.0.0.1'} SIP/2.0`,
    `Via: SIP/2.0/WS 127.0.0.1:8088;branch=z9hG4bK${id}`,
    `From: ${from ?? '"Анна" <sip:+73432224455@127.0.0.1>'};tag=${id}`,
    'To: <sip:101@127.0.0.1>',
    'Contact: <sip:pbx@127.0.0.1:8088;transport=ws>',
    `Call-ID: ${id}`,
    `CSeq: 1 ${method}`,
    'Max-Forwards: 70',
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    ...extra,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** What names, numbers and headers are poisoned with. */
const POISON = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '{{t}} ${window.pwned=1} %s %n',
  "'; DROP TABLE calls; --",
  '\u202E\u2066\u200F\u200B\uFEFF',
  '\u0000\u0007\u001B[31m',
  `z${'\u0301'.repeat(80)}`,
  'я'.repeat(10_000),
  'a'.repeat(3_000),
  '%',
  '%00',
  '%ZZ',
  '\\',
  '"',
  '<',
  '>',
  ';',
  ',',
  ':',
  '@',
  '=',
  '(',
  '\uD800',
  '',
  ' ',
  '\r\n ',
  '\r',
  '\n',
  '\t',
  '-1',
  '0',
  '4294967296',
  '99999999999999999999999999',
  '1e999',
  'NaN',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...POISON) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom('sip:1@h', '<sip:1@h>', 'tel:+7', 'z9hG4bK', 'INVITE', '127.0.0.1', 'tag') },
);
/** Text nobody would write. */
export const poison: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''));

/** What may stand in the From, To or P-Asserted-Identity of a call. */
export const address: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(poison, poison)
    .map(
      ([name, user]) => `"${name.replace(/["\\\r\n]/g, '\\$&')}" <sip:${encodeURIComponent(user.toWellFormed())}@h>`,
    ),
  fc.tuple(poison, poison).map(([name, user]) => `"${name}" <sip:${user}@h>`),
  fc
    .tuple(fc.constantFrom('sip:', 'sips:', 'tel:', 'mailto:', ''), poison)
    .map(([scheme, rest]) => `<${scheme}${rest}>`),
  poison,
);

const HEADERS = [
  'From',
  'To',
  'Contact',
  'Call-ID',
  'CSeq',
  'Via',
  'v',
  'f',
  't',
  'm',
  'i',
  'l',
  'Content-Length',
  'Content-Type',
  'c',
  'Max-Forwards',
  'P-Asserted-Identity',
  'P-Called-Party-ID',
  'Diversion',
  'Reason',
  'Replaces',
  'Require',
  'Supported',
  'Refer-To',
  'r',
  'Record-Route',
  'Route',
  'RSeq',
  'RAck',
  'Session-Expires',
  'Min-SE',
  'WWW-Authenticate',
  'Proxy-Authenticate',
  'Event',
  'Subscription-State',
  'Content-Encoding',
  'Content-Disposition',
  'Alert-Info',
  'Call-Info',
  'Date',
  '',
  ':',
  'X-\u0000',
  '__proto__',
  'constructor',
];
const METHODS = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'INFO',
  'UPDATE',
  'REFER',
  'NOTIFY',
  'SUBSCRIBE',
  'MESSAGE',
  'PRACK',
  'PUBLISH',
  'invite',
  'X',
  '__proto__',
];

/** Lines of a text, some of them lost, doubled, poisoned or exchanged. */
function spoiled(lines: readonly string[]): fc.Arbitrary<string[]> {
  const change = fc.record({
    at: fc.nat({ max: Math.max(0, lines.length - 1) }),
    how: fc.constantFrom('drop', 'double', 'cut', 'append', 'replace', 'swap'),
    text: poison,
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const out = [...lines];
    for (const { at, how, text } of changes) {
      const line = out[at] ?? '';
      if (how === 'drop') out.splice(at, 1);
      if (how === 'double') out.splice(at, 0, line);
      if (how === 'cut') out[at] = line.slice(0, Math.floor(line.length / 2));
      if (how === 'append') out[at] = line + text;
      if (how === 'replace') out[at] = `${line.slice(0, line.search(/[:=]/) + 1)}${text}`;
      if (how === 'swap') out.splice(at, 2, out[at + 1] ?? '', line);
    }
    return out;
  });
}

/** A session description nobody would offer. */
export const description: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: spoiled(OFFER.split('\r\n')).map((lines) => lines.join('\r\n')) },
  { weight: 1, arbitrary: poison },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 2, max: 60 })
      .map((count) => OFFER + 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n'.repeat(count)),
  },
);

const id = fc.uuid().map((uuid) => `fuzz-${uuid}`);

/** A request or response that is almost one. */
export const message: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ id, from: address, body: fc.constant(OFFER) }).map((given) => request(given)) },
  { weight: 2, arbitrary: fc.record({ id, body: description }).map((given) => request(given)) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        id,
        method: fc.constantFrom(...METHODS),
        extra: fc.array(fc.tuple(fc.constantFrom(...HEADERS), poison), { maxLength: 3 }),
      })
      .map(({ extra, ...given }) => request({ ...given, extra: extra.map(([name, value]) => `${name}: ${value}`) })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ id, method: fc.constantFrom(...METHODS) })
      .chain((given) => spoiled(request(given).split('\r\n')).map((lines) => lines.join('\r\n'))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ id, status: fc.oneof(fc.integer({ min: 0, max: 1_000 }).map(String), poison), reason: poison })
      .map(({ id: name, status, reason }) => request({ id: name }).replace(/^.*/, `SIP/2.0 ${status} ${reason}`)),
  },
);

/** A frame of the socket: a message, bytes, or no message at all. */
export const frame: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 12, arbitrary: message },
  { weight: 2, arbitrary: message.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.tuple(message, fc.nat(600)).map(([text, at]) => text.slice(0, at)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '\r\n',
      '\r\n\r\n',
      '\r\n'.repeat(500),
      ' ',
      '\u0000',
      'GET / HTTP/1.1\r\n\r\n',
      '{}',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 70_000, max: 400_000 }).map((size) => request({ id: 'huge', body: 'a'.repeat(size) })),
  },
);

/** How much is thrown, and from which seed: `npm run fuzz -- --runs 5000 --seed 7`, or few in CI. */
export function fuzzParameters(ciRuns: number): { numRuns: number; seed: number } {
  const { LINE15_FUZZ_RUNS: runs, LINE15_FUZZ_SEED: seed } = process.env;
  return { numRuns: runs === undefined ? ciRuns : Number(runs), seed: seed === undefined ? 4_475 : Number(seed) };
}

/** A request within the call of an INVITE slipped in: `to` is the To of the phone's answer, with its tag. */
export function within(call: { id: string; to: string; method: 'ACK' | 'BYE'; cseq: number }): string {
  const { id, to, method, cseq } = call;
  return request({ id, method })
    .replace(/^Via:.*branch=\S+/m, `$&-${method}`)
    .replace('To: <sip:101@127.0.0.1>', `To: ${to}`)
    .replace(/^CSeq: 1/m, `CSeq: ${cseq}`);
}
