import { Registerer, RegistererState, SessionState, UserAgent, Web } from 'sip.js';
import type { Invitation } from 'sip.js';

/**
 * The smallest phone that SIP.js makes, bundled into a blank page: it proves the exchange without the product, so that a
 * failure of one is not taken for a failure of the other.
 */
export interface BarePhone {
  /** Registers; resolves with the final state of the registration, `Registered` or the status code of the refusal. */
  register(server: string, number: string, password: string): Promise<string>;
  /** The call that rings: display name and number, or null. */
  ringing(): { name: string; number: string } | null;
  answer(): Promise<void>;
  state(): string;
  /** RTP packets sent and received so far. */
  packets(): Promise<{ sent: number; received: number }>;
  sendDigit(digit: string): void;
  hangUp(): Promise<void>;
}

declare global {
  interface Window {
    phone: BarePhone;
  }
}

let call: Invitation | null = null;

function peer(): RTCPeerConnection {
  const handler = call?.sessionDescriptionHandler;
  if (!(handler instanceof Web.SessionDescriptionHandler) || handler.peerConnection === undefined) {
    throw new Error('no call');
  }
  return handler.peerConnection;
}

window.phone = {
  async register(server, number, password) {
    const agent = new UserAgent({
      uri: UserAgent.makeURI(`sip:${number}@127.0.0.1`),
      authorizationUsername: number,
      authorizationPassword: password,
      transportOptions: { server },
      // SIP.js asks a public STUN server unless told otherwise.
      sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers: [] } },
      logLevel: 'error',
      delegate: { onInvite: (invitation) => (call = invitation) },
    });
    await agent.start();
    const registerer = new Registerer(agent);
    return new Promise((resolve, reject) => {
      registerer.stateChange.addListener((state) => {
        if (state === RegistererState.Registered) resolve(state);
      });
      const onReject = ({ message }: { message: { statusCode?: number } }) => resolve(String(message.statusCode));
      registerer.register({ requestDelegate: { onReject } }).catch(reject);
    });
  },
  ringing() {
    if (call?.state !== SessionState.Initial) return null;
    const { displayName, uri } = call.remoteIdentity;
    return { name: displayName, number: uri.user ?? '' };
  },
  async answer() {
    await call?.accept();
  },
  state() {
    return call?.state ?? 'none';
  },
  async packets() {
    const counts = { sent: 0, received: 0 };
    const stats = await peer().getStats();
    stats.forEach(({ packetsSent = 0, packetsReceived = 0 }: { packetsSent?: number; packetsReceived?: number }) => {
      counts.sent += packetsSent;
      counts.received += packetsReceived;
    });
    return counts;
  },
  sendDigit(digit) {
    const [sender] = peer().getSenders();
    sender?.dtmf?.insertDTMF(digit, 100);
  },
  async hangUp() {
    await call?.bye();
  },
};
