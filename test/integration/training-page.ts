import { Invitation, Inviter, Registerer, RegistererState, SessionState, UserAgent, Web, type Session } from 'sip.js';

/**
 * A bare SIP.js phone in a page: it proves the training line in a real browser without the product.
 * Calls are numbered in the order they come; `0` is the first.
 */
export interface TrainingPage {
  /** Resolves with `Registered`, or with the status code of the refusal. */
  register(server: string, number: string, password: string): Promise<string>;
  unregister(): Promise<void>;
  /** Cuts the socket under the phone without closing anything; `reconnect` opens a new one and registers again. */
  cutSocket(): Promise<void>;
  reconnect(): Promise<string>;
  /** Sends a keep-alive (RFC 5626) and resolves with the milliseconds until the pong. */
  ping(): Promise<number>;
  dial(number: string): Promise<number>;
  answer(call: number): Promise<void>;
  decline(call: number, statusCode: number): Promise<void>;
  hangUp(call: number, reason?: string): Promise<void>;
  hold(call: number, on: boolean): Promise<void>;
  restartIce(call: number): Promise<void>;
  press(call: number, digits: string): void;
  calls(): CallFacts[];
  sound(call: number): Promise<Sound>;
}

export interface CallFacts {
  state: string;
  name: string;
  number: string;
  asserted: string;
  /** Final status of a call that was dialled and refused. */
  refusal: number | null;
  /** Reason header of the other side's BYE. */
  byeReason: string | null;
  /** Direction of our description. */
  direction: string;
}

export interface Sound {
  sent: number;
  received: number;
  lost: number;
  jitter: number;
  codec: string;
  /** RMS of all that was played, 0 to 1. */
  energy: number;
  /** Share of sound that the browser had to make up. */
  concealed: number;
  /** Milliseconds from the INVITE to our 200, and to the first packet received. */
  answerMs: number | null;
  firstPacketMs: number | null;
}

declare global {
  interface Window {
    training: TrainingPage;
  }
}

interface Tracked {
  session: Session;
  facts: { refusal: number | null; byeReason: string | null; asserted: string };
  invitedAt: number;
  answeredAt: number | null;
  audio: HTMLAudioElement;
}

const tracked: Tracked[] = [];
let agent: UserAgent;
let registerer: Registerer;

function handlerOf(call: number): Web.SessionDescriptionHandler {
  const handler = tracked[call]?.session.sessionDescriptionHandler;
  if (!(handler instanceof Web.SessionDescriptionHandler)) throw new Error(`no call ${call}`);
  return handler;
}

function peerOf(call: number): RTCPeerConnection {
  const peer = handlerOf(call).peerConnection;
  if (peer === undefined) throw new Error(`no media in call ${call}`);
  return peer;
}

function track(session: Session): Tracked {
  const call: Tracked = {
    session,
    facts: { refusal: null, byeReason: null, asserted: session.assertedIdentity?.toString() ?? '' },
    invitedAt: performance.now(),
    answeredAt: null,
    audio: new Audio(),
  };
  session.delegate = {
    onBye: (bye) => {
      call.facts.byeReason = bye.request.getHeader('Reason') ?? null;
      void bye.accept();
    },
  };
  session.stateChange.addListener((state) => {
    if (state !== SessionState.Established) return;
    call.answeredAt = performance.now();
    const handler = session.sessionDescriptionHandler;
    if (!(handler instanceof Web.SessionDescriptionHandler)) return;
    call.audio.srcObject = handler.remoteMediaStream;
    void call.audio.play();
  });
  tracked.push(call);
  return call;
}

function register(): Promise<string> {
  return new Promise((resolve, reject) => {
    registerer.stateChange.addListener((state) => {
      if (state === RegistererState.Registered) resolve(state);
    });
    const onReject = ({ message }: { message: { statusCode?: number } }): void => resolve(String(message.statusCode));
    registerer.register({ requestDelegate: { onReject } }).catch(reject);
  });
}

function socketOf(): WebSocket {
  const socket: unknown = Reflect.get(agent.transport, '_ws');
  if (!(socket instanceof WebSocket)) throw new Error('no socket');
  return socket;
}

window.training = {
  async register(server, number, password) {
    agent = new UserAgent({
      uri: UserAgent.makeURI(`sip:${number}@127.0.0.1`),
      authorizationUsername: number,
      authorizationPassword: password,
      transportOptions: { server, keepAliveInterval: 0 },
      sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers: [] } },
      logLevel: 'error',
      delegate: { onInvite: (call) => void track(call) },
    });
    await agent.start();
    registerer = new Registerer(agent, { expires: 60 });
    return register();
  },
  async unregister() {
    await registerer.unregister();
    await agent.transport.disconnect();
  },
  cutSocket() {
    const gone = new Promise<void>((resolve) => {
      agent.transport.onDisconnect = () => resolve();
    });
    socketOf().close();
    return gone;
  },
  async reconnect() {
    await agent.reconnect();
    registerer = new Registerer(agent, { expires: 60 });
    return register();
  },
  ping() {
    const socket = socketOf();
    const sentAt = performance.now();
    return new Promise((resolve) => {
      socket.addEventListener('message', function pong({ data }) {
        if (data !== '\r\n') return;
        socket.removeEventListener('message', pong);
        resolve(performance.now() - sentAt);
      });
      socket.send('\r\n\r\n');
    });
  },
  async dial(number) {
    const target = UserAgent.makeURI(`sip:${encodeURIComponent(number)}@127.0.0.1`);
    if (target === undefined) throw new Error(`not a number: ${number}`);
    const inviter = new Inviter(agent, target);
    const call = track(inviter);
    await inviter.invite({
      requestDelegate: {
        onReject: ({ message }) => {
          call.facts.refusal = message.statusCode ?? 0;
        },
      },
    });
    return tracked.indexOf(call);
  },
  async answer(call) {
    await invitation(call).accept();
  },
  async decline(call, statusCode) {
    await invitation(call).reject({ statusCode });
  },
  async hangUp(call, reason) {
    const session = tracked[call]?.session;
    if (session instanceof Inviter && session.state !== SessionState.Established) await session.cancel();
    else await session?.bye({ requestOptions: { extraHeaders: reason === undefined ? [] : [`Reason: ${reason}`] } });
  },
  async hold(call, on) {
    const done = new Promise<void>((resolve, reject) => {
      const session = tracked[call]?.session;
      if (session === undefined) return reject(new Error(`no call ${call}`));
      const options: Web.SessionDescriptionHandlerOptions = { hold: on };
      session.sessionDescriptionHandlerOptionsReInvite = options;
      session
        .invite({ requestDelegate: { onAccept: () => resolve(), onReject: () => reject(new Error('refused')) } })
        .catch(reject);
    });
    await done;
  },
  async restartIce(call) {
    peerOf(call).restartIce();
    await window.training.hold(call, false);
  },
  press(call, digits) {
    handlerOf(call).sendDtmf(digits, { duration: 100, interToneGap: 70 });
  },
  calls() {
    return tracked.map(({ session, facts }, call) => ({
      ...facts,
      state: session.state,
      name: session.remoteIdentity.displayName,
      number: session.remoteIdentity.uri.user ?? '',
      direction: session.state === SessionState.Established ? (peerOf(call).getTransceivers()[0]?.direction ?? '') : '',
    }));
  },
  async sound(index) {
    const call = tracked[index];
    if (call === undefined) throw new Error(`no call ${index}`);
    const report = new Map<string, Record<string, number | string>>();
    (await peerOf(index).getStats()).forEach((entry: Record<string, number | string>) =>
      report.set(String(entry.id), entry),
    );
    const entries = [...report.values()];
    const inbound = entries.find(({ type }) => type === 'inbound-rtp') ?? {};
    const outbound = entries.find(({ type }) => type === 'outbound-rtp') ?? {};
    const number = (value: number | string | undefined): number => Number(value ?? 0);
    const received = number(inbound.packetsReceived);
    const energy = number(inbound.totalAudioEnergy) / Math.max(1, number(inbound.totalSamplesDuration));
    const lastAt = number(inbound.lastPacketReceivedTimestamp) - performance.timeOrigin;
    return {
      sent: number(outbound.packetsSent),
      received,
      lost: number(inbound.packetsLost),
      jitter: number(inbound.jitter),
      codec: String(report.get(String(inbound.codecId))?.mimeType ?? ''),
      energy: Math.sqrt(energy),
      concealed: number(inbound.concealedSamples) / Math.max(1, number(inbound.totalSamplesReceived)),
      answerMs: call.answeredAt === null ? null : call.answeredAt - call.invitedAt,
      firstPacketMs: received === 0 ? null : lastAt - 20 * (received - 1) - call.invitedAt,
    };
  },
};

function invitation(call: number): Invitation {
  const session = tracked[call]?.session;
  if (!(session instanceof Invitation)) throw new Error(`call ${call} was not made to us`);
  return session;
}
