import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTrainingLine, type TrainingLine } from './training-line.ts';

const soon = { timeout: 5_000, interval: 20 };
const warnings: string[] = [];
const sockets: WebSocket[] = [];
let line: TrainingLine;

beforeEach(async () => {
  line = await startTrainingLine({
    users: [{ name: 'Пётр "Ёлкин"', number: '+74951112233', organisation: 'ИП Ёлкин', registrationNumber: '87654321' }],
    pace: null,
    manners: { pickUp: { minMs: 100, maxMs: 100 } },
    lostAfterMs: 400,
    now: () => Date.now(),
    random: () => 0.5,
    log: { debug: () => {}, warn: (message) => warnings.push(message) },
  });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await line.close();
  expect(warnings.splice(0)).toEqual([]);
});

/** A phone that is nothing but a socket: messages are written and read as text. */
interface RawPhone {
  socket: WebSocket;
  received: string[];
  send(text: string): void;
  /** The next message that begins so. */
  next(start: string): Promise<string>;
}

async function connect(): Promise<RawPhone> {
  const socket = new WebSocket(line.url, 'sip');
  sockets.push(socket);
  const received: string[] = [];
  socket.on('message', (data: Buffer) => received.push(data.toString()));
  await once(socket, 'open');
  return {
    socket,
    received,
    send: (text) => socket.send(text),
    async next(start) {
      await expect.poll(() => received.some((text) => text.startsWith(start)), soon).toBe(true);
      return (
        received.splice(
          received.findIndex((text) => text.startsWith(start)),
          1,
        )[0] ?? ''
      );
    },
  };
}

let count = 0;
function request(method: string, uri: string, headers: string[] = [], body = ''): string {
  count += 1;
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/WS phone.invalid;branch=z9hG4bK${count}`,
    `To: <${method === 'REGISTER' ? 'sip:101@127.0.0.1' : uri}>`,
    'From: <sip:101@127.0.0.1>;tag=mine',
    `Call-ID: call-${count}`,
    `CSeq: ${count} ${method}`,
    'Max-Forwards: 70',
    'Contact: <sip:phone@phone.invalid;transport=ws>',
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

async function register(phone: RawPhone): Promise<void> {
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  phone.send(request('REGISTER', 'sip:127.0.0.1'));
  const nonce = /nonce="([^"]+)"/.exec(await phone.next('SIP/2.0 401'))?.[1] ?? '';
  const ha1 = md5(`101:training:${line.account.password}`);
  const response = md5(`${ha1}:${nonce}:${md5('REGISTER:sip:127.0.0.1')}`);
  const proof = `Authorization: Digest username="101", realm="training", nonce="${nonce}", uri="sip:127.0.0.1", response="${response}"`;
  phone.send(request('REGISTER', 'sip:127.0.0.1', [proof]));
  await phone.next('SIP/2.0 200');
}

async function registered(): Promise<RawPhone> {
  const phone = await connect();
  await register(phone);
  return phone;
}

const header = (message: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1]?.trim() ?? '';

/** A response to a request of the line. */
function respond(message: string, status: string): string {
  const copied = ['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${header(message, name)}`);
  return [`SIP/2.0 ${status}`, ...copied, `To: ${header(message, 'To')};tag=theirs`, 'Content-Length: 0', '', ''].join(
    '\r\n',
  );
}

const sound = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 8',
  'a=ice-ufrag:uuuu',
  'a=ice-pwd:pppppppppppppppppppppp',
  `a=fingerprint:sha-256 ${'AA:'.repeat(31)}AA`,
  'a=setup:actpass',
  'a=rtpmap:111 opus/48000/2',
  '',
].join('\r\n');
const opusOnly = sound.replace('SAVPF 111 8', 'SAVPF 111');
const sdpType = ['Content-Type: application/sdp'];

test('keep-alives are answered, a lone line end is not', async () => {
  const phone = await connect();
  phone.send('\r\n');
  phone.send('\r\n\r\n');
  await expect.poll(() => phone.received, soon).toEqual(['\r\n']);
});

test('rubbish is dropped and harms nobody', async () => {
  const phone = await connect();
  const good = request('REGISTER', 'sip:127.0.0.1');
  const rubbish = [
    'hello',
    'GET / HTTP/1.1\r\n\r\n',
    good.slice(0, 90),
    'SIP/2.0 200 OK\r\n\r\n',
    'REGISTER sip:x SIP/2.0\r\n\r\n',
  ];
  for (const text of [...rubbish, request('INVITE', 'tel:+7495'), request('PUBLISH', 'sip:x@y')]) phone.send(text);
  phone.socket.send(Buffer.from([0, 255, 1, 2]));
  await register(phone);
  expect(line.status().consoles).toHaveLength(1);
  expect(warnings.splice(0).every((warning) => warning.startsWith('A SIP message was dropped'))).toBe(true);
});

test('only SIP sockets are taken, and no message over the limit', async () => {
  const plain = new WebSocket(line.url);
  const refusal = new Promise<string>((resolve) => plain.once('error', ({ message }) => resolve(message)));
  expect(await refusal).toContain('401');
  const phone = await connect();
  const closed = once(phone.socket, 'close');
  phone.send('x'.repeat(70_000));
  expect((await closed)[0]).toBe(1009);
});

test('OPTIONS is answered; a call before the registration is forbidden; a BYE out of the blue has no call', async () => {
  const phone = await connect();
  phone.send(request('OPTIONS', 'sip:127.0.0.1'));
  await phone.next('SIP/2.0 200');
  phone.send(request('INVITE', 'sip:84951112233@127.0.0.1', sdpType, sound));
  await phone.next('SIP/2.0 403');
  phone.send(
    request('BYE', 'sip:line@127.0.0.1').replace('To: <sip:line@127.0.0.1>', 'To: <sip:line@127.0.0.1>;tag=x'),
  );
  await phone.next('SIP/2.0 481');
});

test('a phone without G.711 is told so', async () => {
  const phone = await registered();
  phone.send(request('INVITE', 'sip:84951112233@127.0.0.1', sdpType, opusOnly));
  await phone.next('SIP/2.0 488');
});

test('a dialled call rings and is answered with one loopback candidate', async () => {
  const phone = await registered();
  phone.send(request('INVITE', 'sip:84951112233@127.0.0.1', sdpType, sound));
  await phone.next('SIP/2.0 100');
  await phone.next('SIP/2.0 180');
  const answer = await phone.next('SIP/2.0 200');
  expect(answer.match(/a=candidate:.*/g)).toEqual([expect.stringMatching(/ udp \d+ 127\.0\.0\.1 \d+ typ host/)]);
});

test('an incoming call says who it is, quotes and all, and where to answer', async () => {
  const phone = await registered();
  expect(line.callNow()).toMatchObject({ ok: true, call: { number: '+74951112233' } });
  const invite = await phone.next('INVITE');
  expect(invite.split(' ')[1]).toBe('sip:phone@phone.invalid;transport=ws');
  expect(header(invite, 'From')).toContain('"Пётр Ёлкин" <sip:+74951112233@127.0.0.1>');
  expect(header(invite, 'P-Asserted-Identity')).toBe('"Пётр Ёлкин" <sip:+74951112233@127.0.0.1>');
  expect(header(invite, 'To')).toBe('<sip:101@127.0.0.1>');
});

test('a socket that vanishes while it rings, dials or is being answered loses the call, and only the call', async () => {
  const ringing = await registered();
  line.callNow();
  const invite = await ringing.next('INVITE');
  ringing.send(respond(invite, '180 Ringing'));
  ringing.socket.terminate();
  await expect.poll(() => line.status().recent, soon).toMatchObject([{ end: { by: 'exchange', cause: 'lost' } }]);

  const dialling = await registered();
  dialling.send(request('INVITE', 'sip:84951112233@127.0.0.1', sdpType, sound));
  await dialling.next('SIP/2.0 180');
  dialling.socket.terminate();
  await expect.poll(() => line.status().recent.length, soon).toBe(2);

  const answered = await registered();
  answered.send(request('INVITE', 'sip:*43@127.0.0.1', sdpType, sound));
  await answered.next('SIP/2.0 200');
  answered.socket.terminate();
  await expect.poll(() => line.status().recent.length, soon).toBe(3);
  expect(line.status()).toMatchObject({ consoles: [], calls: [] });
});

test('a console that never acknowledges and sends no packet is given up', async () => {
  const phone = await registered();
  phone.send(request('INVITE', 'sip:*43@127.0.0.1', sdpType, sound));
  await phone.next('SIP/2.0 200');
  await expect.poll(() => line.status().recent, { timeout: 8_000 }).toMatchObject([{ end: { cause: 'lost' } }]);
}, 10_000);

test('a second console of the account does not take calls away from the first that talks', async () => {
  const first = await registered();
  line.callNow();
  await first.next('INVITE');
  const second = await registered();
  expect(line.status().consoles.map(({ busy }) => busy)).toEqual([false, true]);
  expect(line.callNow()).toEqual({ ok: false, reason: 'no-user' }); // the only user is on the line
  expect(line.callNow({ from: '+79990000000' })).toMatchObject({ ok: true });
  await second.next('INVITE');
});

test('closing ends calls with a word and frees the port', async () => {
  const phone = await registered();
  line.callNow();
  phone.send(respond(await phone.next('INVITE'), '180 Ringing'));
  phone.send('\r\n\r\n');
  await phone.next('\r\n'); // the exchange has read the 180
  const closed = once(phone.socket, 'close');
  await line.close();
  expect((await closed)[0]).toBe(1001);
  expect(phone.received.some((text) => text.startsWith('CANCEL'))).toBe(true);
  const late = new WebSocket(line.url, 'sip');
  await expect(once(late, 'error')).resolves.toMatchObject([{ code: 'ECONNREFUSED' }]);
});

test('listeners hear of changes until they leave', async () => {
  let heard = 0;
  const stop = line.onChange(() => (heard += 1));
  await registered();
  await expect.poll(() => heard, soon).toBeGreaterThan(0);
  stop();
  const before = heard;
  line.setPace(null);
  await registered();
  expect(heard).toBe(before);
});
