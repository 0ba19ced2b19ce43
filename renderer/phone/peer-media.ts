import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import type { CallMedia } from '../../shared/contract/phone.ts';
import { offeredCodecs } from './codec-order.ts';
import { gatherCandidates, hasUdpCandidate } from './ice-gathering.ts';
import { callMediaOf, type StatsSource } from './media-stats.ts';
import { closePeer } from './peer-close.ts';
import type { CallLine } from './sip-stack.ts';
import { createToneKeys } from './tone-keys.ts';

const SDP = 'application/sdp';
const STATS_WITHIN_MS = 100;

/** How an offer goes: held (`sendonly`) or not, by a fresh way (ICE restart) or not. */
type Shape = { direction: 'sendrecv' | 'sendonly'; restart: boolean };

export type PeerMediaOptions = {
  iceServers: RTCIceServer[];
  sound: CallLine;
  /** Whether the sound reaches the far end, by ICE's consent checks; told at each change. */
  onReach(reached: 'up' | 'shaky' | 'failed'): void;
};

/**
 * The media of one call behind SIP.js' SessionDescriptionHandler: offers and answers (RFC 3264), prepared while it rings. The outgoing
 * track is there from the start and silent; the microphone joins it at the answer, so nothing here ever waits for it.
 */
export class PeerMedia implements SessionDescriptionHandler {
  readonly #options: PeerMediaOptions;
  #opened: RTCPeerConnection | null = null;
  /** Of the listeners of the present connection: one that is over says nothing any more, and holds nothing of its call. */
  #listening = new AbortController();
  #prepared: { offer: string; answer: Promise<string> } | null = null;
  #next: Shape = { direction: 'sendrecv', restart: false };
  #keys: ((keys: string) => boolean) | null = null;
  #counters: Promise<CallMedia | null> | null = null;

  constructor(options: PeerMediaOptions) {
    this.#options = options;
  }

  /** Opened when it is first needed: a call refused at once has none. */
  get #peer(): RTCPeerConnection {
    return (this.#opened ??= this.#open());
  }

  #open(): RTCPeerConnection {
    const { iceServers, sound, onReach } = this.#options;
    const peer = new RTCPeerConnection({ iceServers, bundlePolicy: 'balanced' });
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const heard = ({ track }: RTCTrackEvent) => {
      if (track.kind === 'audio') sound.playRemote(track);
    };
    const reached = () => {
      const { connectionState } = peer;
      if (connectionState === 'connected') onReach('up');
      if (connectionState === 'disconnected') onReach('shaky');
      if (connectionState !== 'failed') return;
      if (this.#prepared) this.#renew(this.#prepared.offer);
      else onReach('failed');
    };
    peer.addEventListener('track', heard, { signal });
    peer.addEventListener('connectionstatechange', reached, { signal });
    return peer;
  }

  /** The far end does not answer ICE's checks before the call is answered: the browser gives up after a while of ringing, and we begin anew. */
  #renew(offer: string): void {
    this.#end(this.#opened);
    this.#opened = this.#open();
    // It was answered before: a failure now is told at the answer, when it matters.
    this.prepare(offer).catch(() => undefined);
  }

  /** Makes the answer to a ringing call's offer in advance; rejects when the offer is nothing we can answer. */
  async prepare(offer: string): Promise<void> {
    const answer = this.#setRemote(offer).then(() => this.#answer());
    this.#prepared = { offer, answer };
    await answer;
  }

  /** Says how the next offer goes; the direction stays until the next word. */
  shape({ direction = this.#next.direction, restart = false }: Partial<Shape>): void {
    this.#next = { direction, restart };
  }

  get next(): Readonly<Shape> {
    return this.#next;
  }

  async getDescription(): Promise<BodyAndContentType> {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared) return { body: await prepared.answer, contentType: SDP };
    const body = await (this.#peer.signalingState === 'have-remote-offer' ? this.#answer() : this.#offer());
    return { body, contentType: SDP };
  }

  async setDescription(sdp: string): Promise<void> {
    if (this.#prepared?.offer === sdp) return;
    this.#prepared = null;
    await this.#setRemote(sdp);
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase().startsWith(SDP);
  }

  async rollbackDescription(): Promise<void> {
    if (this.#peer.signalingState === 'have-local-offer') await this.#peer.setLocalDescription({ type: 'rollback' });
    if (this.#peer.signalingState === 'have-remote-offer') await this.#peer.setRemoteDescription({ type: 'rollback' });
  }

  sendDtmf(tones: string): boolean {
    const dtmf = this.#audio()?.sender.dtmf;
    if (!dtmf) return false;
    this.#keys ??= createToneKeys(dtmf);
    return this.#keys(tones);
  }

  /** The browser's counters of the present connection; null once it is closed. */
  async stats(): Promise<StatsSource | null> {
    return this.#counters === null ? this.#peer.getStats() : null;
  }

  /** Ends the media; its counters are read at the last moment. May be called twice. */
  close(): void {
    if (this.#counters) return;
    const peer = this.#opened;
    if (peer === null) return void (this.#counters = Promise.resolve(null));
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), STATS_WITHIN_MS));
    const read = peer.getStats().then(callMediaOf, () => null);
    this.#counters = Promise.race([read, late]);
    void this.#counters.then(() => this.#end(peer));
  }

  #end(peer: RTCPeerConnection | null): void {
    this.#listening.abort();
    if (peer !== null) closePeer(peer);
  }

  /** Counters of the media that `close` ended. */
  counters(): Promise<CallMedia | null> {
    return this.#counters ?? Promise.resolve(null);
  }

  #setRemote(sdp: string): Promise<void> {
    const type = this.#peer.signalingState === 'have-local-offer' ? 'answer' : 'offer';
    return this.#peer.setRemoteDescription({ type, sdp });
  }

  async #answer(): Promise<string> {
    for (const transceiver of this.#peer.getTransceivers()) {
      if (transceiver.receiver.track.kind !== 'audio') transceiver.stop();
    }
    const audio = this.#audio();
    if (!audio) throw new Error('The offer has no audio');
    audio.direction = this.#next.direction;
    if (audio.sender.track === null) await audio.sender.replaceTrack(this.#options.sound.outgoing);
    return this.#describe(await this.#peer.createAnswer());
  }

  async #offer(): Promise<string> {
    const audio = this.#audio();
    if (audio) audio.direction = this.#next.direction;
    else this.#addAudio();
    const { restart } = this.#next;
    this.#next.restart = false;
    return this.#describe(await this.#peer.createOffer({ iceRestart: restart }));
  }

  #addAudio(): void {
    const audio = this.#peer.addTransceiver(this.#options.sound.outgoing, { direction: this.#next.direction });
    audio.setCodecPreferences(offeredCodecs(RTCRtpReceiver.getCapabilities('audio')?.codecs ?? []));
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<string> {
    const gathered = gatherCandidates(this.#peer, this.#options.iceServers.length > 0);
    await this.#peer.setLocalDescription(description);
    // A change within the same ICE session has its candidates already.
    if (!hasUdpCandidate(this.#peer.localDescription?.sdp ?? '')) await gathered;
    return this.#peer.localDescription?.sdp ?? '';
  }

  #audio(): RTCRtpTransceiver | undefined {
    return this.#peer.getTransceivers().find(({ receiver }) => receiver.track.kind === 'audio');
  }
}
