import { EmitterImpl, TransportState, UserAgent } from 'sip.js';
import type { SessionDescriptionHandler, Transport, Invitation } from 'sip.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SipJsCall } from './sip-js-call.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A socket whose far end is the test. */
class Wire implements Transport {
  readonly protocol = 'WS';
  readonly stateChange = new EmitterImpl<TransportState>();
  state = TransportState.Disconnected;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly sent: string[] = [];

  isConnected(): boolean {
    return this.state === TransportState.Connected;
  }
  async connect(): Promise<void> {
    this.state = TransportState.Connected;
    this.onConnect?.();
  }
  async disconnect(): Promise<void> {
    this.state = TransportState.Disconnected;
  }
  dispose(): Promise<void> {
    return this.disconnect();
  }
  async send(message: string): Promise<void> {
    if (!this.isConnected()) throw new Error('no socket');
    this.sent.push(message);
  }
}

const header = (message: string, name: string) => new RegExp(`^${name}: (.*)\r$`, 'm').exec(message)?.[1] ?? '';
const SDP = 'v=0\r\n';
const INVITE = [
  'INVITE sip:101@far SIP/2.0',
  'Via: SIP/2.0/WS far;branch=z9hG4bKfirst',
  'From: <sip:caller@far>;tag=far',
  'To: <sip:101@far>',
  'Call-ID: one',
  'CSeq: 7 INVITE',
  'Contact: <sip:far@far;transport=ws>',
  'Content-Type: application/sdp',
  `Content-Length: ${SDP.length}`,
  '',
  SDP,
].join('\r\n');

/** A call from the far end, answered by us; `acknowledged`: its ACK has come. The offers we make say their direction and whether they restart ICE. */
async function talking({ acknowledged = true } = {}) {
  const wires: Wire[] = [];
  const story: string[] = [];
  const calls: SipJsCall[] = [];
  let next = { direction: 'sendrecv' as 'sendrecv' | 'sendonly', restart: false };
  let signs = 0;
  const described = (): string => `v=0\r\na=${next.direction}${next.restart ? ' by a fresh way' : ''}\r\n`;
  const media = {
    get next() {
      return next;
    },
    shape: ({ direction = next.direction, restart = false }) => void (next = { direction, restart }),
    prepare: () => Promise.resolve(),
    rollbackDescription: () => Promise.resolve(),
    sendDtmf: () => false,
    stats: () => Promise.resolve(new Map([['t', { id: 't', type: 'transport', packetsReceived: (signs += 1) }]])),
    counters: () => Promise.resolve(null),
    close: () => {},
  };
  const handler: SessionDescriptionHandler = {
    close: () => {},
    getDescription: () => Promise.resolve({ body: described(), contentType: 'application/sdp' }),
    hasDescription: () => true,
    rollbackDescription: () => Promise.resolve(),
    sendDtmf: () => false,
    setDescription: () => Promise.resolve(),
  };
  class OurWire extends Wire {
    constructor() {
      super();
      wires.push(this);
    }
  }
  const uri = UserAgent.makeURI('sip:101@far');
  if (!uri) throw new Error('no address');
  const agent = new UserAgent({
    uri,
    transportConstructor: OurWire,
    sessionDescriptionHandlerFactory: () => handler,
    logBuiltinEnabled: false,
    sendInitialProvisionalResponse: false,
    delegate: {
      onInvite: (session: Invitation) => {
        const call = new SipJsCall({
          session,
          media,
          domain: 'far',
          listener: {
            progress: () => {},
            answered: () => void story.push('answered'),
            connection: (connected) => void story.push(connected ? 'connected' : 'away'),
            ended: ({ cause }) => void story.push(`ended ${cause}`),
          },
          whenConnected: (action) => (agent.isConnected() ? action() : undefined),
          onSilent: () => {},
          log: () => {},
        });
        calls.push(call);
        call.answer();
      },
      onDisconnect: () => calls.forEach((call) => call.signallingLost()),
    },
  });
  await agent.start();
  const [wire] = wires;
  if (!wire) throw new Error('no wire');
  wire.onMessage?.(INVITE);
  await pass(10);
  const [call] = calls;
  const ok = wire.sent.find((message) => message.startsWith('SIP/2.0 200'));
  if (!call || ok === undefined) throw new Error('not answered');
  const ack = () =>
    wire.onMessage?.(
      [
        'ACK sip:101@far SIP/2.0',
        `Via: SIP/2.0/WS far;branch=z9hG4bKack`,
        'From: <sip:caller@far>;tag=far',
        `To: ${header(ok, 'To')}`,
        'Call-ID: one',
        'CSeq: 7 ACK',
        'Content-Length: 0',
        '',
        '',
      ].join('\r\n'),
    );
  if (acknowledged) ack();
  await pass(10);
  wire.sent.length = 0;
  story.length = 0;

  const invites = () => wire.sent.filter((message) => message.startsWith('INVITE '));
  return {
    call,
    story,
    ack,
    /** What each of our re-INVITEs has asked for. */
    offers: () => invites().map((message) => /^a=(.*)\r$/m.exec(message)?.[1]),
    byes: () => wire.sent.filter((message) => message.startsWith('BYE ')).length,
    requests: () => wire.sent.map((message) => message.split(' ')[0]),
    cseqs: () => wire.sent.map((message) => header(message, 'CSeq')),
    /** The far end answers our latest re-INVITE. */
    async respond(status: string, body = '', extra: string[] = []) {
      const invite = invites().at(-1) ?? '';
      wire.onMessage?.(
        [
          `SIP/2.0 ${status}`,
          ...['Via', 'From', 'To', 'Call-ID', 'CSeq'].map((name) => `${name}: ${header(invite, name)}`),
          'Contact: <sip:far@far;transport=ws>',
          ...extra,
          ...(body === '' ? [] : ['Content-Type: application/sdp']),
          `Content-Length: ${body.length}`,
          '',
          body,
        ].join('\r\n'),
      );
      await pass(10);
    },
    async theirReinvite() {
      const again = INVITE.replace('first', 'again').replace('7 INVITE', '8 INVITE');
      wire.onMessage?.(again.replace('To: <sip:101@far>', `To: ${header(ok, 'To')}`));
      await pass(10);
    },
    async loseSocket() {
      wire.state = TransportState.Disconnected;
      wire.onDisconnect?.(new Error('gone'));
      await pass(10);
    },
    /** The socket is open and registered again. */
    async findSocket() {
      wire.state = TransportState.Connected;
      call.restart();
      await pass(10);
    },
  };
}

/** What a promise has come to, if it has. */
function outcomeOf<T>(promise: Promise<T>): { value: T | 'nothing yet' } {
  const outcome: { value: T | 'nothing yet' } = { value: 'nothing yet' };
  void promise.then((value) => (outcome.value = value));
  return outcome;
}

test('hold is agreed by a re-INVITE, and a refusal is told', async () => {
  const { call, offers, respond, requests } = await talking();
  const held = outcomeOf(call.setHold(true));
  await pass(10);
  expect(held.value).toBe('nothing yet');
  await respond('200 OK', SDP);
  expect(held.value).toBe(true);
  const resumed = outcomeOf(call.setHold(false));
  await pass(10);
  await respond('488 Not Acceptable Here');
  expect(resumed.value).toBe(false);
  expect(offers()).toEqual(['sendonly', 'sendrecv']);
  expect(requests()).toEqual(['INVITE', 'ACK', 'INVITE', 'ACK']);
});

test.each(['', '100 Trying'])(
  'hold pressed on a half-open socket (%s): it does not keep the call from being renewed, and is asked for again with that',
  async (heard) => {
    const { call, story, offers, respond, loseSocket, findSocket, byes } = await talking();
    const held = outcomeOf(call.setHold(true));
    await pass(10);
    if (heard !== '') await respond(heard);
    await pass(12_000);
    expect(held.value).toBe('nothing yet');
    await loseSocket();
    expect(held.value).toBe(true);
    await findSocket();
    expect(offers()).toEqual(['sendonly', 'sendonly by a fresh way']);
    await respond('200 OK', SDP);
    await pass(60_000);
    expect(story).toEqual(['away', 'connected']);
    expect(byes()).toBe(0);
  },
);

test('the socket breaks again while the call is being renewed: it is renewed over the next one at once', async () => {
  const { story, offers, cseqs, respond, loseSocket, findSocket, byes } = await talking();
  for (let flap = 0; flap < 3; flap += 1) {
    await loseSocket();
    await findSocket();
    await respond('100 Trying');
  }
  expect(offers()).toEqual(Array(3).fill('sendrecv by a fresh way'));
  // A far end whose answer was lost would take no other re-INVITE before its ACK.
  expect(cseqs()).toEqual(['1 INVITE', '1 ACK', '2 INVITE', '1 ACK', '2 ACK', '3 INVITE']);
  await respond('500 Another INVITE transaction in progress', '', ['Retry-After: 2']);
  await pass(4_100);
  expect(offers()).toHaveLength(4);
  await respond('200 OK', SDP);
  await pass(60_000);
  expect(story).toEqual(['away', 'connected']);
  expect(byes()).toBe(0);
});

test('an answer to a re-INVITE that was given up changes nothing', async () => {
  const { story, offers, respond, loseSocket, findSocket, byes } = await talking();
  await loseSocket();
  await findSocket();
  await loseSocket();
  await respond('200 OK', SDP);
  await findSocket();
  await respond('200 OK', SDP);
  await pass(60_000);
  expect(offers()).toHaveLength(2);
  expect(story).toEqual(['away', 'connected']);
  expect(byes()).toBe(0);
});

test('the socket breaks before the ACK of our answer: the call is renewed, and lives on though the ACK never comes', async () => {
  const { call, story, offers, respond, loseSocket, findSocket, byes } = await talking({ acknowledged: false });
  await loseSocket();
  await findSocket();
  expect(offers()).toEqual(['sendrecv by a fresh way']);
  await respond('200 OK', SDP);
  await pass(60_000);
  expect(story).toEqual(['away', 'connected']);
  call.hangUp('consultant');
  await pass(10);
  expect(byes()).toBe(1);
});

test('the ACK comes late, by the new socket', async () => {
  const { call, story, ack, respond, loseSocket, findSocket, byes } = await talking({ acknowledged: false });
  await loseSocket();
  await findSocket();
  ack();
  await respond('200 OK', SDP);
  await pass(60_000);
  expect(story).toEqual(['away', 'connected']);
  call.hangUp('consultant');
  await pass(10);
  expect(byes()).toBe(1);
});

test('no change is sent before the ACK of our answer', async () => {
  const { call, ack, offers } = await talking({ acknowledged: false });
  void call.setHold(true);
  await pass(1_000);
  expect(offers()).toEqual([]);
  ack();
  await pass(10);
  expect(offers()).toEqual(['sendonly']);
});

test('hold and its end while the socket is away stand at once, and the last word is asked for with the renewal', async () => {
  const { call, offers, respond, loseSocket, findSocket } = await talking();
  await loseSocket();
  const told = [call.setHold(true), call.setHold(false), call.setHold(true)].map(outcomeOf);
  await pass(10);
  expect(told.map(({ value }) => value)).toEqual([true, true, true]);
  await findSocket();
  expect(offers()).toEqual(['sendonly by a fresh way']);
  await respond('200 OK', SDP);
  const resumed = outcomeOf(call.setHold(false));
  await pass(10);
  await respond('200 OK', SDP);
  expect(resumed.value).toBe(true);
  expect(offers().at(-1)).toBe('sendrecv');
});

test('the server’s own 503 is a refusal, and 481 and 408 are the end', async () => {
  const refused = await talking();
  const held = outcomeOf(refused.call.setHold(true));
  await pass(10);
  await refused.respond('503 Service Unavailable');
  expect(held.value).toBe(false);
  expect(refused.story).toEqual([]);
  for (const status of ['481 Call/Transaction Does Not Exist', '408 Request Timeout']) {
    const forgotten = await talking();
    void forgotten.call.setHold(true);
    await pass(10);
    await forgotten.respond(status);
    expect(forgotten.story).toEqual(['away', 'ended lost']);
  }
});

test.each([
  ['302 Moved Temporarily', 10],
  ['100 Trying', 34_000],
])('a change answered «%s» is refused, and the next is sent', async (status, afterMs) => {
  const { call, story, offers, respond, requests } = await talking();
  const held = outcomeOf(call.setHold(true));
  await pass(10);
  await respond(status);
  await pass(afterMs);
  expect(held.value).toBe(false);
  // Who tries for ever is told to stop (RFC 3261 9.1).
  expect(requests()).toEqual(['INVITE', status.startsWith('100') ? 'CANCEL' : 'ACK']);
  const again = outcomeOf(call.setHold(true));
  await pass(10);
  await respond('200 OK', SDP);
  expect(again.value).toBe(true);
  expect(offers()).toHaveLength(2);
  expect(story).toEqual([]);
});

test('an ACK to our answer to the far end’s change is not waited for over another socket', async () => {
  const { offers, theirReinvite, requests, loseSocket, findSocket } = await talking();
  await theirReinvite();
  expect(requests()).toEqual(['SIP/2.0']);
  await loseSocket();
  await findSocket();
  expect(offers()).toEqual(['sendrecv by a fresh way']);
});
