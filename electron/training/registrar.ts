import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Grammar, type Core, type URI } from 'sip.js';

/** One console's registration. */
export interface Binding {
  /** The account: what follows `sip:` in the address of record. */
  number: string;
  /** Where calls to the account go. */
  contact: URI;
  userAgent: string;
  registeredAt: number;
  expiresAt: number;
}

export type RegisterOutcome =
  | { kind: 'registered'; binding: Binding; headers: string[] }
  | { kind: 'unregistered'; number: string; headers: string[] }
  | { kind: 'refused'; statusCode: 400 | 401 | 403; headers: string[] };

export interface RegistrarOptions {
  realm: string;
  password: string;
  /** Which account numbers exist. */
  isAccount(number: string): boolean;
  now(): number;
}

const NONCE_LIFE_MS = 5 * 60_000;
const DEFAULT_EXPIRES_S = 300;
const LONGEST_EXPIRES_S = 3600;
const SHORTEST_EXPIRES_S = 10;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Name and value pairs of a Digest header, without quotes. */
function digestParameters(header: string): Map<string, string> {
  const pairs = header.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/g);
  return new Map([...pairs].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']));
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Answers REGISTER: Digest authentication (RFC 3261, 22.4; MD5 with qop=auth, or without as in RFC 2069) and the binding with its expiry.
 * A nonce carries its own time, signed, so nothing is kept between the two requests. Whoever proves a wrong password gets 403;
 * who has not tried yet, or is late with an old nonce, gets 401 with a challenge.
 */
export function createRegistrar(options: RegistrarOptions): (request: Core.IncomingRequestMessage) => RegisterOutcome {
  const secret = randomBytes(16);
  const signature = (stamp: string): string => createHmac('sha256', secret).update(stamp).digest('hex').slice(0, 24);

  function challenge(stale: boolean): RegisterOutcome {
    const stamp = options.now().toString(36);
    const nonce = `${stamp}.${signature(stamp)}`;
    const header = `WWW-Authenticate: Digest realm="${options.realm}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale ? ', stale=true' : ''}`;
    return { kind: 'refused', statusCode: 401, headers: [header] };
  }

  const refused = (statusCode: 400 | 403): RegisterOutcome => ({ kind: 'refused', statusCode, headers: [] });

  /** Null when the proof holds. */
  function objection(header: string, number: string): RegisterOutcome | null {
    const given = digestParameters(header);
    const field = (name: string): string => given.get(name) ?? '';
    const [stamp = '', signed = ''] = field('nonce').split('.');
    const age = options.now() - Number.parseInt(stamp, 36);
    if (!sameText(signed, signature(stamp)) || !(age <= NONCE_LIFE_MS)) return challenge(true);
    const proof = [
      md5(`${number}:${options.realm}:${options.password}`),
      field('nonce'),
      ...(given.has('qop') ? [field('nc'), field('cnonce'), field('qop')] : []),
      md5(`REGISTER:${field('uri')}`),
    ];
    const holds = field('username') === number && sameText(field('response'), md5(proof.join(':')));
    return holds && options.isAccount(number) ? null : refused(403);
  }

  return (request) => {
    const number = request.to.uri.user ?? '';
    const authorization = request.getHeader('authorization');
    if (authorization === undefined) return challenge(false);
    const no = objection(authorization, number);
    if (no !== null) return no;

    const contactHeader = request.getHeader('contact');
    const asked = /;\s*expires=(\d+)/i.exec(contactHeader ?? '')?.[1] ?? request.getHeader('expires');
    const seconds = asked === undefined ? DEFAULT_EXPIRES_S : Number(asked);
    if (!Number.isInteger(seconds) || seconds < 0) return refused(400);
    if (seconds === 0) return { kind: 'unregistered', number, headers: [] };
    const contact = contactHeader === undefined ? undefined : Grammar.nameAddrHeaderParse(contactHeader)?.uri;
    if (contact === undefined) return refused(400);

    const granted = Math.min(Math.max(seconds, SHORTEST_EXPIRES_S), LONGEST_EXPIRES_S);
    const now = options.now();
    const binding: Binding = {
      number,
      contact,
      userAgent: request.getHeader('user-agent') ?? '',
      registeredAt: now,
      expiresAt: now + granted * 1000,
    };
    return { kind: 'registered', binding, headers: [`Contact: <${contact.toRaw()}>;expires=${granted}`] };
  };
}
