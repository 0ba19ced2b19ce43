import { Inviter, Registerer, RegistererState, SIPExtension, URI, UserAgent, UserAgentState } from 'sip.js';
import type { Invitation, Session } from 'sip.js';
import { callerOf } from './caller-identity.ts';
import { CARRIED_HEADER, carriedOf, carriedText } from './carried.ts';
import { SipJsWatch } from './sip-js-watch.ts';
import { asksForAnswer } from './watched-state.ts';
import { onTime } from './on-time.ts';
import { PeerMedia } from './peer-media.ts';
import { plainRefusalOf } from './plain-refusal.ts';
import { guardedIntake } from './sip-intake.ts';
import { SipJsCall } from './sip-js-call.ts';
import type {
  CallLine,
  IncomingCall,
  RegisterAnswer,
  SipCallListener,
  SipStack,
  SipStackOptions,
} from './sip-stack.ts';

const REGISTER_WITHIN_MS = 8_000;
/** A computer that is away answers no SYN; it is asked at 0, 1 and 3 s, then an attempt begins anew: found again within 2 s of its return. */
const CONNECT_WITHIN_S = 4;
/** The ring is on the screen first: in a browser the page shares its thread with the phone, and nobody answers sooner than this. */
const PREPARE_AFTER_MS = 35;
const EXPIRES_S = 600;
/** The PBX decides how long it rings; this only ends a call whose CANCEL was lost. */
const RING_AT_MOST_S = 180;

/**
 * A SIP stack of SIP.js' UserAgent, Registerer and sessions. Not its SessionManager, which throws calls away with the socket:
 * here a lost socket leaves them alone.
 * @returns null when number and server make no SIP address.
 */
export function createSipJsStack({ account, listener, onInvite, log }: SipStackOptions): SipStack | null {
  const domain = account.domain || new URL(account.server).hostname;
  const uri = UserAgent.makeURI(`sip:${account.number}@${domain}`);
  if (!uri) return null;

  const iceServers = account.stun.map((urls) => ({ urls }));
  const medias = new WeakMap<Session, PeerMedia>();
  const live = new Set<SipJsCall>();
  const onceConnected: (() => void)[] = [];
  let stopped = false;
  let socketLost = false;
  /** SIP.js could make nothing of the message in hand: it only writes that into its log. */
  let unreadable = false;

  const agent = new UserAgent({
    uri,
    authorizationUsername: account.user || account.number,
    authorizationPassword: account.password,
    displayName: (account.displayName ?? '').replace(/["\\]/g, ''),
    userAgentString: 'Line15',
    transportOptions: {
      server: account.server,
      connectionTimeout: CONNECT_WITHIN_S,
      keepAliveInterval: 25,
      traceSip: false,
    },
    noAnswerTimeout: RING_AT_MOST_S,
    sipExtension100rel: SIPExtension.Supported,
    // Ours is sent when the ring is on its way, and reliably where the PBX asks for that.
    sendInitialProvisionalResponse: false,
    gracefulShutdown: false,
    logBuiltinEnabled: false,
    logConfiguration: false,
    // SIP.js hands every line over, whatever its level: only what is wrong goes on.
    logConnector: (level, category, _label, content) => {
      if (level === 'warn' && content.endsWith('Dropping.')) unreadable = true;
      if (level === 'warn' || level === 'error') log('sip.js', { level, category, content: content.slice(0, 300) });
    },
    sessionDescriptionHandlerFactory: (session) => {
      const media = medias.get(session);
      if (!media) throw new Error('A session without media');
      return media;
    },
    delegate: {
      onInvite: (invitation) => listener.incoming(incomingCall(invitation)),
      onDisconnect: () => {
        if (stopped) return;
        socketLost = true;
        abandonRegister();
        watched.off();
        live.forEach((call) => call.signallingLost());
        listener.socketLost();
      },
    },
  });
  const { transport } = agent;
  const take = transport.onMessage ?? (() => {});
  transport.onMessage = guardedIntake(
    (message) => {
      unreadable = false;
      if (message.startsWith('INVITE ')) onInvite?.();
      take(message);
      if (unreadable) refusePlainly(message, 400);
    },
    (message) => refusePlainly(message, 513),
    log,
  );
  const watched = new SipJsWatch(agent, account.number, domain, listener);
  let registerer: Registerer | null = null;
  /** A REGISTER is on its way and its Registerer takes no other. */
  let waiting = false;
  let abandonRegister = () => {};

  function refusePlainly(message: string, statusCode: 400 | 513): void {
    const refusal = plainRefusalOf(message, statusCode);
    if (refusal !== null) void transport.send(refusal).catch(() => undefined);
  }

  function addCall(session: Invitation | Inviter, sound: CallLine, events: SipCallListener): SipJsCall {
    const media = new PeerMedia({ iceServers, sound, onReach: (reached) => call.mediaReach(reached) });
    medias.set(session, media);
    const call: SipJsCall = new SipJsCall({
      session,
      media,
      domain,
      listener: {
        ...events,
        ended: (end) => {
          live.delete(call);
          events.ended(end);
        },
      },
      whenConnected: (action) => (agent.isConnected() ? action() : void onceConnected.push(action)),
      onSilent: () => listener.callSilent(),
      log,
    });
    live.add(call);
    return call;
  }

  function incomingCall(invitation: Invitation): IncomingCall {
    const header = (name: string) => invitation.request.getHeader(name) ?? null;
    return {
      carried: carriedOf(header(CARRIED_HEADER)),
      asksForAnswer: asksForAnswer(['Alert-Info', 'Call-Info'].flatMap((name) => invitation.request.getHeaders(name))),
      caller: callerOf(
        {
          from: header('From'),
          to: header('To'),
          assertedIdentity: header('P-Asserted-Identity'),
          calledParty: header('P-Called-Party-ID'),
          diversion: header('Diversion'),
        },
        [account.number, agent.contact.uri.user ?? ''],
      ),
      ring(sound, events) {
        const call = addCall(invitation, sound, events);
        call.ring();
        setTimeout(() => call.prepare(), PREPARE_AFTER_MS);
        return call;
      },
      refuse: (statusCode) =>
        void invitation.reject({ statusCode }).catch((error: unknown) => log('refuse', { error: String(error) })),
    };
  }

  /** A REGISTER that died with its socket leaves its Registerer waiting for 32 s: it is replaced. */
  function freshRegisterer(): Registerer {
    if (registerer && !waiting) return registerer;
    registerer?.dispose().catch(() => undefined);
    waiting = false;
    const fresh = new Registerer(agent, { expires: EXPIRES_S, refreshFrequency: 75, logConfiguration: false });
    let registered = false;
    fresh.stateChange.addListener((state) => {
      const lost = registered && state === RegistererState.Unregistered;
      registered = state === RegistererState.Registered;
      if (lost && fresh === registerer && !waiting && !stopped) listener.registrationLost();
    });
    return (registerer = fresh);
  }

  return {
    async connect() {
      if (agent.isConnected()) return;
      await (agent.state === UserAgentState.Started ? agent.reconnect() : agent.start());
      onceConnected.splice(0).forEach((action) => action());
    },

    register() {
      const current = freshRegisterer();
      waiting = true;
      return new Promise<RegisterAnswer>((resolve) => {
        const callOff = onTime(() => resolve({ kind: 'no-answer' }), REGISTER_WITHIN_MS);
        abandonRegister = () => {
          callOff();
          resolve({ kind: 'no-answer' });
        };
        const settle = (answer: RegisterAnswer) => {
          callOff();
          if (current === registerer) waiting = false;
          resolve(answer);
        };
        current
          .register({
            requestDelegate: {
              onAccept: () => {
                settle({ kind: 'registered' });
                watched.on();
                if (socketLost) live.forEach((call) => call.restart());
                socketLost = false;
              },
              onRedirect: ({ message }) =>
                settle({ kind: 'refused', sipCode: message.statusCode ?? 300, retryAfterMs: null }),
              onReject: ({ message }) => {
                const sipCode = message.statusCode ?? 500;
                // 408 and a 503 without a Via are SIP.js' own words for «nobody answered» and «the socket broke».
                if (!message.hasHeader('via')) return settle({ kind: 'no-answer' });
                const seconds = current.retryAfter;
                settle({ kind: 'refused', sipCode, retryAfterMs: seconds === undefined ? null : seconds * 1_000 });
              },
            },
          })
          .catch(() => settle({ kind: 'no-answer' }));
      });
    },

    ping(withinMs) {
      const { userAgentCore } = agent;
      const server = new URI('sip', '', domain);
      const options = userAgentCore.makeOutgoingRequestMessage('OPTIONS', server, uri, server, {}, []);
      return new Promise((resolve) => {
        const callOff = onTime(() => resolve(false), withinMs);
        const heard = ({ message }: { message: { hasHeader(name: string): boolean } }) => {
          callOff();
          resolve(message.hasHeader('via'));
        };
        userAgentCore.request(options, { onAccept: heard, onReject: heard, onRedirect: heard });
      });
    },

    dropSocket() {
      if (!agent.isConnected()) return;
      // SIP.js says «disconnected» at once and does not wait for the closing handshake, which a dead socket never ends.
      agent.transport.disconnect().catch(() => undefined);
    },

    serverGone: () => live.forEach((call) => call.serverGone()),
    isInCall: () => [...live].some((call) => call.isUp),

    dial(number, sound, events, carried = null) {
      const target = new URI('sip', number.replaceAll('#', '%23'), domain);
      const extraHeaders = carried === null ? [] : [`${CARRIED_HEADER}: ${carriedText(carried)}`];
      const call = addCall(new Inviter(agent, target, { earlyMedia: true, extraHeaders }), sound, events);
      call.invite();
      return call;
    },

    watch: (numbers) => watched.watch(numbers),

    async stop() {
      stopped = true;
      watched.off();
      if (registerer?.state === RegistererState.Registered && !waiting && agent.isConnected()) {
        await new Promise<void>((resolve) => {
          const done = () => resolve();
          setTimeout(done, 500);
          registerer?.unregister({ requestDelegate: { onAccept: done, onReject: done } }).catch(done);
        });
      }
      await agent.stop();
    },
  };
}
