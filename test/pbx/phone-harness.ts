import { startPhone } from '../../renderer/phone/phone-service.ts';
import { channelPair } from '../../shared/contract/channel-pair.ts';
import { ok } from '../../shared/contract/base.ts';
import { phoneApi } from '../../shared/contract/phone.ts';
import type {
  PhoneApi,
  PhoneCall,
  PhoneConfig,
  PhoneFact,
  PhoneFailure,
  PhoneOrder,
} from '../../shared/contract/phone.ts';
import { serve } from '../../shared/contract/rpc.ts';
import type { Channel, Server } from '../../shared/contract/rpc.ts';

/** A fact as the desk got it, `at` the page's `performance.now()` of its receipt. */
export type HeardFact = PhoneFact & { at: number };
/** A SIP message on the page's socket: its first line, and when. */
export type SipLine = { way: 'in' | 'out'; line: string; text: string; at: number };

/** The page of the tests: the product's phone, and a desk that does what the test says. */
export interface Harness {
  start(config: PhoneConfig): void;
  order(order: PhoneOrder): void;
  facts: HeardFact[];
  hellos: { calls: PhoneCall[] }[];
  sip: SipLine[];
  probes: string[];
  log: string[];
  /** The service dies, or is there again. */
  service(alive: boolean): void;
  /** What the service finds out about the server when it is asked; it knows nothing at first. */
  serverIs(failure: PhoneFailure | null): void;
  /** What the service keeps as every recording, base64. */
  recordingIs(data: string): void;
  /** When the page gave an order, `performance.now()`. */
  orders: { kind: string; at: number }[];
  /** Media of all peer connections alive, from getStats. */
  media(): Promise<Media[]>;
  /** When the first packet of each answered call came, `performance.now()`. */
  firstHeardAt: number[];
  /** Microphone tracks that are open. */
  openMicrophones(): number;
  /** Part of the looks, over so many ms, in which a tone of `hz` is most of what the far end is heard with. */
  toneHeard(hz: number, forMs: number): Promise<number>;
  /** Another program takes every microphone but this one; null: lets go of them all. */
  microphonesHeldBut(deviceId: string | null): void;
  /** Pulls a device out, or plugs all in again. Chromium's fake ones cannot be: its lists and answers are changed instead. */
  unplug(deviceId: string): void;
  plugIn(): void;
  /** Every microphone track that was ever opened, and the copies of them. */
  microphones: MediaStreamTrack[];
  /** What an element that plays went through besides playing, and how long each change of its device took. */
  playback: { interrupted: string[]; sinks: { id: string; ms: number }[] };
  /** How often a microphone was asked for. */
  microphonesAsked(): number;
  /** Every context of the sound that was ever made. */
  sounds: AudioContext[];
}

export type Media = {
  sent: number;
  received: number;
  /** How loud what is heard is just now, 0–1. */
  level: number;
  firstReceivedAt: number | null;
  state: string;
};

declare global {
  interface Window {
    harness: Harness;
    /** The service's real look at the server, where a test lends it (`PhonePage.serviceLooks`). */
    lookAtServer?(server: string): Promise<PhoneFailure | null>;
  }
}

const sip: SipLine[] = [];
const note = (way: SipLine['way'], data: unknown) => {
  if (typeof data === 'string' && data.trim() !== '') {
    sip.push({ way, line: data.slice(0, data.indexOf('\r\n')), text: data, at: performance.now() });
  }
};
/** The page's socket with a witness. */
class WitnessedSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', ({ data }) => note('in', data));
  }
  override send(data: string | Blob | BufferSource): void {
    note('out', data);
    super.send(data);
  }
}
window.WebSocket = WitnessedSocket;

let farTrack: MediaStreamTrack | null = null;
const peers = new Set<RTCPeerConnection>();
class WitnessedPeer extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    peers.add(this);
    this.addEventListener('track', ({ track }) => (farTrack = track));
  }
  override close(): void {
    peers.delete(this);
    super.close();
  }
}
window.RTCPeerConnection = WitnessedPeer;

const sounds: AudioContext[] = [];
class WitnessedContext extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    sounds.push(this);
  }
}
window.AudioContext = WitnessedContext;

const microphones: MediaStreamTrack[] = [];
let asked = 0;
const away = new Set<string>();
let heldBut: string | null = null;
const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  asked += 1;
  if ([...away].some((id) => JSON.stringify(constraints?.audio).includes(id))) {
    throw new DOMException('no such device', 'OverconstrainedError');
  }
  if (heldBut !== null && !JSON.stringify(constraints?.audio).includes(heldBut)) {
    throw new DOMException('in use', 'NotReadableError');
  }
  const stream = await open(constraints);
  microphones.push(...stream.getTracks());
  return stream;
};

const playback: Harness['playback'] = { interrupted: [], sinks: [] };
const { play, setSinkId } = HTMLMediaElement.prototype;
const witnessed = new WeakSet<HTMLMediaElement>();
HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
  if (!witnessed.has(this)) {
    witnessed.add(this);
    for (const what of ['pause', 'waiting', 'stalled', 'emptied']) {
      this.addEventListener(what, () => this.srcObject !== null && playback.interrupted.push(what));
    }
  }
  return play.call(this);
};
HTMLMediaElement.prototype.setSinkId = async function (this: HTMLMediaElement, id: string) {
  const at = performance.now();
  await setSinkId.call(this, id);
  if (!this.paused) playback.sinks.push({ id, ms: performance.now() - at });
};

const cloned = MediaStreamTrack.prototype.clone;
MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
  const clone = cloned.call(this);
  if (microphones.includes(this)) microphones.push(clone);
  return clone;
};

const enumerate = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
navigator.mediaDevices.enumerateDevices = async () => (await enumerate()).filter(({ deviceId }) => !away.has(deviceId));
const devicesChanged = () => navigator.mediaDevices.dispatchEvent(new Event('devicechange'));

let desk: Server<PhoneApi> | null = null;
let config: PhoneConfig | null = null;
let alive = true;
let probed: PhoneFailure | null = null;
let recorded: string | null = null;
const facts: HeardFact[] = [];
const hellos: Harness['hellos'] = [];
const probes: string[] = [];
const log: string[] = [];
const orders: Harness['orders'] = [];
const firstHeardAt: number[] = [];

function connect(): Promise<Channel> {
  if (!alive || config === null) return Promise.reject(new Error('no service'));
  const current = config;
  const [mine, theirs] = channelPair();
  desk = serve(
    phoneApi,
    mine,
    {
      hello({ calls }) {
        hellos.push({ calls });
        return ok(current);
      },
      facts(given) {
        facts.push(...given.facts.map((fact) => ({ ...fact, at: performance.now() })));
        return ok(null);
      },
      recording: () => ok({ data: recorded }),
      async probe({ server }) {
        probes.push(server);
        return ok({ failure: probed ?? (await window.lookAtServer?.(server)) ?? null });
      },
    },
    (problem) => log.push(`contract: ${JSON.stringify(problem)}`),
  );
  return Promise.resolve(theirs);
}

type Rtp = RTCStats & {
  kind?: string;
  packetsSent?: number;
  packetsReceived?: number;
  lastPacketReceivedTimestamp?: number;
  audioLevel?: number;
};

window.harness = {
  start(given) {
    config = given;
    startPhone({
      connect,
      log: (event, details) => log.push(`${event} ${JSON.stringify(details ?? {})}`),
    });
  },
  order(order) {
    orders.push({ kind: order.kind, at: performance.now() });
    if (order.kind === 'answer') void listenForFirst();
    desk?.emit('order', order);
  },
  facts,
  hellos,
  sip,
  probes,
  log,
  orders,
  service(now) {
    alive = now;
    if (!now) desk?.close();
  },
  recordingIs: (data) => void (recorded = data),
  serverIs: (failure) => void (probed = failure),
  firstHeardAt,
  media,
  playback,
  microphones,
  microphonesAsked: () => asked,
  sounds,
  toneHeard,
  unplug(deviceId) {
    away.add(deviceId);
    for (const track of microphones) {
      if (track.readyState === 'ended' || track.getSettings().deviceId !== deviceId) continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    devicesChanged();
  },
  microphonesHeldBut: (deviceId) => void (heldBut = deviceId),
  plugIn() {
    away.clear();
    devicesChanged();
  },
  openMicrophones: () => microphones.filter(({ readyState }) => readyState === 'live').length,
};

/** Looks from the answer on: the fewer packets have come, the surer the first one's time is reckoned. */
async function listenForFirst(): Promise<void> {
  for (const until = performance.now() + 10_000; performance.now() < until;) {
    const [heard] = (await media()).filter(({ firstReceivedAt }) => firstReceivedAt !== null);
    if (heard?.firstReceivedAt) return void firstHeardAt.push(heard.firstReceivedAt);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function media(): Promise<Media[]> {
  return Promise.all(
    [...peers].map(async (peer) => {
      const all: Media = { sent: 0, received: 0, level: 0, firstReceivedAt: null, state: peer.connectionState };
      for (const stat of (await peer.getStats()).values() as Iterable<Rtp>) {
        if (stat.type === 'outbound-rtp') all.sent += stat.packetsSent ?? 0;
        if (stat.type !== 'inbound-rtp') continue;
        const received = stat.packetsReceived ?? 0;
        all.received += received;
        all.level = stat.audioLevel ?? 0;
        // Packets come every 20 ms: the first is reckoned from the last. Plain polling is off by getStats' cache.
        if (received > 0 && stat.lastPacketReceivedTimestamp !== undefined) {
          all.firstReceivedAt = stat.lastPacketReceivedTimestamp - performance.timeOrigin - (received - 1) * 20;
        }
      }
      return all;
    }),
  );
}

async function toneHeard(hz: number, forMs: number): Promise<number> {
  if (farTrack === null) return 0;
  const context = new AudioContext();
  const ear = context.createAnalyser();
  ear.fftSize = 2_048;
  context.createMediaStreamSource(new MediaStream([farTrack])).connect(ear);
  const samples = new Float32Array(ear.fftSize);
  let [looks, heard] = [0, 0];
  for (const until = performance.now() + forMs; performance.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    ear.getFloatTimeDomainData(samples);
    let [energy, sine, cosine] = [0, 0, 0];
    samples.forEach((sample, index) => {
      const angle = (2 * Math.PI * hz * index) / context.sampleRate;
      energy += sample * sample;
      sine += sample * Math.sin(angle);
      cosine += sample * Math.cos(angle);
    });
    looks += 1;
    if (energy > 1e-4 && (2 * (sine * sine + cosine * cosine)) / samples.length > energy / 2) heard += 1;
  }
  await context.close();
  return heard / looks;
}
