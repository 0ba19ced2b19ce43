import { createHash } from 'node:crypto';
import { Core } from 'sip.js';
import { expect, test } from 'vitest';
import { createRegistrar, type RegisterOutcome } from './registrar.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const logger = new Core.LoggerFactory().getLogger('test');

let now = 1_000_000;
const register = createRegistrar({
  realm: 'training',
  password: 'secret',
  isAccount: (n) => n === '101',
  now: () => now,
});

function ask(headers: string[] = [], number = '101'): RegisterOutcome {
  const text = [
    'REGISTER sip:127.0.0.1 SIP/2.0',
    'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1',
    `To: <sip:${number}@127.0.0.1>`,
    `From: <sip:${number}@127.0.0.1>;tag=1`,
    'Call-ID: 1',
    'CSeq: 1 REGISTER',
    'User-Agent: phone',
    ...headers,
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
  const message = Core.Parser.parseMessage(text, logger);
  if (!(message instanceof Core.IncomingRequestMessage)) throw new Error('not a request');
  return register(message);
}

function challenge(outcome: RegisterOutcome): string {
  const nonce = /nonce="([^"]+)"/.exec(outcome.headers[0] ?? '')?.[1];
  if (nonce === undefined) throw new Error('no challenge');
  return nonce;
}

/** The Authorization header of a client (RFC 2617, 3.2.2), with qop or in the old form. */
function proof(nonce: string, { username = '101', password = 'secret', qop = true } = {}): string {
  const [ha1, ha2] = [md5(`${username}:training:${password}`), md5('REGISTER:sip:127.0.0.1')];
  const response = md5(qop ? `${ha1}:${nonce}:00000001:cc:auth:${ha2}` : `${ha1}:${nonce}:${ha2}`);
  const tail = qop ? ', qop=auth, cnonce="cc", nc=00000001' : '';
  return `Authorization: Digest username="${username}", realm="training", nonce="${nonce}", uri="sip:127.0.0.1", response="${response}"${tail}`;
}

const contact = 'Contact: <sip:abc@xyz.invalid;transport=ws>;expires=600';

test.each([true, false])('registers whoever knows the password (qop: %s)', (qop) => {
  const outcome = ask([proof(challenge(ask()), { qop }), contact]);
  expect(outcome).toMatchObject({
    kind: 'registered',
    binding: { number: '101', userAgent: 'phone', registeredAt: now, expiresAt: now + 600_000 },
    headers: ['Contact: <sip:abc@xyz.invalid;transport=ws>;expires=600'],
  });
});

test('who has not tried yet is challenged, who tried and failed is forbidden', () => {
  const first = ask();
  expect(first).toMatchObject({ kind: 'refused', statusCode: 401 });
  const wrong = ask([proof(challenge(first), { password: 'guess' }), contact]);
  expect(wrong).toEqual({ kind: 'refused', statusCode: 403, headers: [] });
});

test('the right password does not open somebody else’s account, or one that does not exist', () => {
  expect(ask([proof(challenge(ask())), contact], '102')).toMatchObject({ statusCode: 403 });
  expect(ask([proof(challenge(ask()), { username: '555' }), contact], '555')).toMatchObject({ statusCode: 403 });
});

test('an old or invented nonce is stale', () => {
  const nonce = challenge(ask());
  now += 6 * 60_000;
  expect(ask([proof(nonce), contact])).toMatchObject({
    statusCode: 401,
    headers: [expect.stringContaining('stale=true')],
  });
  expect(ask([proof('ffff.0123456789'), contact])).toMatchObject({ statusCode: 401 });
});

test('expiry of 0 unregisters; a long one is shortened; none is five minutes', () => {
  const withProof = (...headers: string[]): RegisterOutcome => ask([proof(challenge(ask())), ...headers]);
  expect(withProof('Contact: <sip:a@b.invalid>;expires=0')).toEqual({
    kind: 'unregistered',
    number: '101',
    headers: [],
  });
  expect(withProof('Contact: <sip:a@b.invalid>', 'Expires: 99999')).toMatchObject({
    binding: { expiresAt: now + 3600_000 },
  });
  expect(withProof('Contact: <sip:a@b.invalid>')).toMatchObject({ binding: { expiresAt: now + 300_000 } });
});

test('a registration without a usable contact is a bad request', () => {
  expect(ask([proof(challenge(ask()))])).toMatchObject({ statusCode: 400 });
  expect(ask([proof(challenge(ask())), 'Expires: soon', 'Contact: <sip:a@b.invalid>'])).toMatchObject({
    statusCode: 400,
  });
});
