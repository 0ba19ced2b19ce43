/**
 * Put into a page before its own scripts, the product's and the reference's alike: notes when SIP messages pass its socket, when the ring
 * is on the screen, when somebody clicks and when the first sound arrives. All times are the page's `performance.now()`, ms.
 */
export interface CallTimes {
  invitedAt: number;
  /** The frame that shows «Ответить» is done. */
  paintedAt: number | null;
  clickedAt: number | null;
  /** 200 OK to the INVITE was given to the socket. */
  okAt: number | null;
  firstRtpAt: number | null;
  /** The first look, a few ms apart, that found a voice in what is sent. */
  voiceAt: number | null;
  byeAt: number | null;
}

export interface Witness {
  /** When the exchange accepted the REGISTER. */
  registeredAt: number | null;
  calls: CallTimes[];
  /** Sound packets of the last call so far, from getStats. */
  packets(): Promise<{ sent: number; received: number }>;
}

declare global {
  interface Window {
    witness: Witness;
  }
}

const PACKET_MS = 20;
const LOOK_EVERY_MS = 10;
const peers: RTCPeerConnection[] = [];
const witness: Witness = { registeredAt: null, calls: [], packets };
window.witness = witness;

const current = (): CallTimes | undefined => witness.calls.at(-1);
const isAnswerTo = (message: string, method: string) => new RegExp(`^CSeq: *\\d+ ${method}`, 'im').test(message);

function received(message: unknown): void {
  if (typeof message !== 'string') return;
  const at = performance.now();
  if (message.startsWith('INVITE ') && !/^To:.*;tag=/im.test(message)) {
    const times = { paintedAt: null, clickedAt: null, okAt: null, firstRtpAt: null, voiceAt: null, byeAt: null };
    witness.calls.push({ invitedAt: at, ...times });
  }
  if (message.startsWith('SIP/2.0 200') && isAnswerTo(message, 'REGISTER')) witness.registeredAt ??= at;
}

function sent(message: unknown): void {
  const call = current();
  if (typeof message !== 'string' || call === undefined) return;
  if (message.startsWith('BYE ')) call.byeAt ??= performance.now();
  if (call.okAt !== null || !message.startsWith('SIP/2.0 200') || !isAnswerTo(message, 'INVITE')) return;
  call.okAt = performance.now();
  awaitSound(call);
}

window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', ({ data }) => received(data));
  }
  override send(data: string | Blob | BufferSource): void {
    super.send(data);
    sent(data);
  }
};

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    peers.push(this);
  }
};

type Rtp = RTCStats & {
  packetsSent?: number;
  packetsReceived?: number;
  lastPacketReceivedTimestamp?: number;
  audioLevel?: number;
};

async function packets(): Promise<{ sent: number; received: number }> {
  const counts = { sent: 0, received: 0 };
  const stats = await peers.at(-1)?.getStats();
  for (const { packetsSent = 0, packetsReceived = 0 } of (stats?.values() ?? []) as Iterable<Rtp>) {
    counts.sent += packetsSent;
    counts.received += packetsReceived;
  }
  return counts;
}

/** Asks until the first packets are there and a voice goes out. getStats answers from a cache, so the first packet is reckoned back from the last. */
function awaitSound(call: CallTimes): void {
  const timer = setInterval(() => {
    if (call !== current() || (call.firstRtpAt !== null && call.voiceAt !== null)) return clearInterval(timer);
    void peers
      .at(-1)
      ?.getStats()
      .then((stats) => {
        const all = [...(stats.values() as Iterable<Rtp>)];
        for (const { type, packetsReceived = 0, lastPacketReceivedTimestamp } of all) {
          if (type !== 'inbound-rtp' || packetsReceived === 0 || lastPacketReceivedTimestamp === undefined) continue;
          call.firstRtpAt ??= lastPacketReceivedTimestamp - performance.timeOrigin - (packetsReceived - 1) * PACKET_MS;
        }
        const sent = all.some(({ type, packetsSent = 0 }) => type === 'outbound-rtp' && packetsSent > 0);
        const voiced = all.some(({ type, audioLevel = 0 }) => type === 'media-source' && audioLevel > 0.001);
        if (sent && voiced) call.voiceAt ??= performance.now();
      });
  }, LOOK_EVERY_MS);
}

addEventListener(
  'click',
  ({ timeStamp }) => {
    const call = current();
    if (call !== undefined) call.clickedAt ??= timeStamp;
  },
  { capture: true },
);

/** The frame with the change is done when a task runs after that frame's callbacks: a second frame would only add its own length. */
const afterFrame = new MessageChannel();
afterFrame.port1.onmessage = () => {
  const call = current();
  if (call !== undefined) call.paintedAt ??= performance.now();
};

function isRingShown(): boolean {
  // What is drawn beforehand, unseen, is no ring.
  return [...document.querySelectorAll('button')].some(
    (button) => button.textContent?.includes('Ответить') && button.checkVisibility({ visibilityProperty: true }),
  );
}

let expected: CallTimes | null = null;
new MutationObserver(() => {
  const call = current();
  if (call === undefined || call === expected || call.okAt !== null || !isRingShown()) return;
  expected = call;
  requestAnimationFrame(() => afterFrame.port2.postMessage(null));
}).observe(document, { subtree: true, childList: true, attributes: true });
