import { randomInt } from 'node:crypto';
import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import type { RtpPacket } from 'werift';
import { createDtmfReader } from './dtmf.ts';
import type { FrameClock } from './frame-clock.ts';
import { decodeG711, encodeG711, FRAME_SAMPLES, payloadTypes, type G711 } from './g711.ts';
import { readDescription, reversed, writeDescription, type Direction, type RemoteAudio } from './sdp.ts';
import { openSecureAudio, type SecureAudio, type SecureAudioEvents } from './secure-audio.ts';
import type { AudioSource } from './speech.ts';

export interface CallMediaOptions {
  address: string;
  frames: FrameClock;
  /** What the other side hears. */
  voice: AudioSource;
  /** Steady clock in ms. */
  now(): number;
  onDigit(digit: string): void;
  /** Each 20 ms that was heard. */
  onSound(samples: Int16Array): void;
  onFailed(reason: string): void;
}

export class CallClosedError extends Error {
  constructor() {
    super('The call is over');
    this.name = 'CallClosedError';
  }
}

/** SIP.js asks for descriptions and hands over the other side's; this answers for one simulated person with a voice and an ear. */
export class CallMedia implements SessionDescriptionHandler {
  /** Our direction: `recvonly` or `inactive` while the console holds us. */
  direction: Direction = 'sendrecv';
  packetsSent = 0;
  packetsHeard = 0;
  /** Last sign of life of the other side (sound or ICE check), on the steady clock. */
  aliveAt: number;

  readonly #options: CallMediaOptions;
  readonly #ssrc = randomInt(1, 2 ** 32 - 1);
  #wire: SecureAudio | null = null;
  #remote: RemoteAudio | null = null;
  #offered = false;
  #toAnswer: RemoteAudio | null = null;
  #version = 0;
  #codec: G711 = 'PCMA';
  #readDigit = createDtmfReader();
  #sequence = randomInt(2 ** 16);
  #timestamp = randomInt(2 ** 32 - 1);
  #spoke = false;
  #stopFrames: () => void = () => {};
  #closed = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.aliveAt = options.now();
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  /** Our answer when an offer waits for one, else our offer. */
  async getDescription(): Promise<BodyAndContentType> {
    const offer = this.#toAnswer;
    const setup = offer === null ? 'actpass' : await this.#applyOffer(offer);
    this.#toAnswer = null;
    this.#offered = offer === null;
    const body = await this.#write(setup, offer ?? undefined);
    return { body, contentType: 'application/sdp' };
  }

  /** Takes an answer to our offer, or keeps an offer until our answer is asked for. Rejects what cannot be talked with. */
  async setDescription(sdp: string): Promise<void> {
    const remote = readDescription(sdp);
    if (remote === null) throw new Error('No G.711 sound over DTLS-SRTP in the description');
    if (!this.#offered) {
      this.#toAnswer = remote;
      return;
    }
    this.#offered = false;
    const wire = await this.#open();
    wire.connect(remote, remote.setup === 'passive' ? 'client' : 'server');
    this.#use(remote);
  }

  rollbackDescription(): Promise<void> {
    this.#offered = false;
    this.#toAnswer = null;
    return Promise.resolve();
  }

  /** Simulated people press no keys. */
  sendDtmf(): boolean {
    return false;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopFrames();
    this.#wire?.close().catch(() => {});
  }

  /** Connects as the offer wants. Returns our `setup` attribute for the answer. */
  async #applyOffer(offer: RemoteAudio): Promise<'active' | 'passive'> {
    const before = this.#remote;
    const setup = offer.setup === 'passive' ? 'active' : 'passive';
    if (before !== null && before.fingerprint.value !== offer.fingerprint.value) {
      // Another peer connection behind the same call (the page was reloaded and took its call back): all new.
      await this.#wire?.close();
      this.#wire = null;
    }
    const wire = await this.#open();
    if (this.#remote === null) wire.connect(offer, setup === 'passive' ? 'server' : 'client');
    else if (before?.ufrag !== offer.ufrag) await wire.restart(offer);
    this.#use(offer);
    return setup;
  }

  async #open(): Promise<SecureAudio> {
    if (this.#wire !== null) return this.#wire;
    const events: SecureAudioEvents = {
      packet: (packet) => this.#hear(packet),
      alive: () => {
        this.aliveAt = this.#options.now();
      },
      failed: (reason) => this.#options.onFailed(reason),
    };
    const wire = await openSecureAudio(this.#options.address, events);
    if (this.#closed) {
      await wire.close();
      throw new CallClosedError();
    }
    this.#wire = wire;
    this.#remote = null;
    return wire;
  }

  async #write(setup: 'active' | 'passive' | 'actpass', offer?: RemoteAudio): Promise<string> {
    const wire = await this.#open();
    this.#version += 1;
    return writeDescription(
      {
        ...wire.credentials(),
        fingerprint: wire.fingerprint,
        address: wire.address,
        port: wire.port,
        ssrc: this.#ssrc,
        version: this.#version,
        setup,
        direction: this.direction,
        codecs: offer === undefined ? ['PCMA', 'PCMU'] : [this.#codec],
        dtmfPayloadType: offer?.dtmfPayloadType ?? null,
      },
      offer,
    );
  }

  #use(remote: RemoteAudio): void {
    this.#remote = remote;
    this.#codec = remote.codec;
    this.direction = reversed(remote.direction);
    this.aliveAt = this.#options.now();
    this.#stopFrames();
    this.#stopFrames = this.#options.frames.add((frames) => this.#speak(frames));
  }

  #speak(frames: number): void {
    // Time goes on while we are held or were late, so that our words come out where the clock is.
    this.#timestamp = (this.#timestamp + frames * FRAME_SAMPLES) >>> 0;
    const speaks = this.direction === 'sendrecv' || this.direction === 'sendonly';
    if (!speaks || this.#wire === null) {
      this.#spoke = false;
      return;
    }
    const sent = this.#wire.send({
      payload: encodeG711(this.#codec, this.#options.voice()),
      payloadType: payloadTypes[this.#codec],
      ssrc: this.#ssrc,
      sequenceNumber: this.#sequence,
      timestamp: this.#timestamp,
      marker: !this.#spoke || frames > 1,
    });
    if (!sent) return;
    this.#spoke = true;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.packetsSent += 1;
  }

  #hear({ header, payload }: RtpPacket): void {
    this.aliveAt = this.#options.now();
    if (header.payloadType === this.#remote?.dtmfPayloadType) {
      const digit = this.#readDigit(payload, header.timestamp);
      if (digit !== null) this.#options.onDigit(digit);
      return;
    }
    if (header.payloadType !== payloadTypes[this.#codec]) return;
    this.packetsHeard += 1;
    this.#options.onSound(decodeG711(this.#codec, payload));
  }
}
