import { Invitation, Inviter, SessionState } from 'sip.js';
import type { CallEndCause } from '../../shared/contract/phone.ts';
import { CallReach } from './call-reach.ts';
import type { MediaReach } from './call-reach.ts';
import { causeOfBye, causeOfCancel, causeOfHangUp, causeOfRefusal, reasonHeader } from './call-ends.ts';
import { createLifeSigns } from './life-signs.ts';
import type { StatsSource } from './media-stats.ts';
import type { PeerMedia } from './peer-media.ts';
import { acknowledge, awaitNothing } from './overdue.ts';
import { renegotiate, type Renegotiated, type RenegotiateOptions } from './renegotiate.ts';
import { refer, referTo } from './sip-js-transfer.ts';
import type { HangUpReason, PhoneLog, SipCall, SipCallListener, TransferTarget } from './sip-stack.ts';

/** Every provisional answer to this call must be acknowledged (RFC 3262). */
const asksForPrack = ({ request }: Invitation): boolean =>
  request.getHeaders('Require').some((tags) => /\b100rel\b/i.test(tags));

/** A hold that cannot be agreed on soon is told as refused; the way back after a cut is worth more patience. */
const ATTEMPTS = { hold: 4, restart: 40 };

type SessionMedia = RenegotiateOptions['media'] &
  Pick<PeerMedia, 'prepare' | 'sendDtmf' | 'stats' | 'close' | 'counters'>;

export type SipJsCallOptions = {
  session: Invitation | Inviter;
  media: SessionMedia;
  /** Where the numbers we hand a call over to live. */
  domain: string;
  listener: SipCallListener;
  /** Runs now, or as soon as the socket is open again. */
  whenConnected(action: () => void): void;
  /** Nothing comes from the far end any more: is the server there? */
  onSilent(): void;
  log: PhoneLog;
};

/**
 * One call over a SIP.js session. It tells its end exactly once, at the moment it is decided: SIP.js itself would wait for the
 * answer to a CANCEL or BYE, 32 s where the socket is dead.
 */
export class SipJsCall implements SipCall {
  readonly #session: Invitation | Inviter;
  readonly #media: SessionMedia;
  readonly #domain: string;
  readonly #listener: SipCallListener;
  readonly #whenConnected: SipJsCallOptions['whenConnected'];
  readonly #log: PhoneLog;
  /** One re-INVITE at a time, the first not before the ACK of our answer: crossing it confuses both ends (RFC 5407 3.1.4). */
  #changes: Promise<unknown>;
  #end: { cause: CallEndCause; sipCode: number | null } | null = null;
  #told = false;
  /** A transfer was accepted: the far end's BYE means that it was carried out. */
  #handedOver = false;
  #wasUp = false;
  readonly #reach: CallReach;
  #restarting = false;
  /** The CSeqs of re-INVITEs whose answers went to sockets that are gone. */
  #givenUp: number[] = [];

  constructor({ session, media, domain, listener, whenConnected, onSilent, log }: SipJsCallOptions) {
    this.#session = session;
    this.#media = media;
    this.#domain = domain;
    this.#listener = listener;
    this.#whenConnected = whenConnected;
    this.#log = log;
    const lifeSigns = createLifeSigns();
    this.#reach = new CallReach({
      signs: () => media.stats().then((report) => report && lifeSigns(report)),
      tell: (connected, silentForMs) => this.isUp && !this.#handedOver && listener.connection(connected, silentForMs),
      restart: () => this.restart(),
      onSilent,
      lost: () => this.#lost('lost'),
    });
    let onAck = () => {};
    const acknowledged = new Promise<void>((resolve) => (onAck = resolve));
    this.#changes = session instanceof Invitation ? acknowledged : Promise.resolve();
    session.delegate = {
      onAck,
      onBye: (bye) => {
        const cause = this.#handedOver ? 'transferred' : causeOfBye(bye.request.getHeaders('Reason'));
        this.#end ??= { cause, sipCode: null };
        void bye.accept();
      },
      onCancel: ({ request }) =>
        void (this.#end ??= { cause: causeOfCancel(request.getHeaders('Reason')), sipCode: 487 }),
      // A transfer asked for by the far end is not obeyed: who talks to whom is the line's decision.
      onRefer: (referral) => void referral.reject({ statusCode: 603 }),
    };
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#established();
      // The status of a refusal is told right after this state.
      if (state === SessionState.Terminated) queueMicrotask(() => this.#finish(this.#end ?? this.#unexplained()));
    });
  }

  /** Answered, and not over. */
  get isUp(): boolean {
    return this.#session.state === SessionState.Established && !this.#told;
  }

  /** Sends the INVITE of a call we dial. */
  invite(): void {
    const session = this.#session;
    if (!(session instanceof Inviter)) return;
    const onRefusal = ({ message }: { message: { statusCode?: number } }) => {
      const sipCode = message.statusCode ?? 500;
      this.#end ??= { cause: causeOfRefusal(sipCode), sipCode };
    };
    session
      .invite({
        requestDelegate: {
          onProgress: ({ message }) => {
            if (message.body && message.statusCode !== 100) this.#listener.progress('early-media');
            else if (message.statusCode === 180) this.#listener.progress('ringing');
          },
          onReject: onRefusal,
          onRedirect: onRefusal,
        },
      })
      .catch((error: unknown) => this.#failed('invite', error));
  }

  /** Says that it rings. Where that must be said reliably, `prepare` does: the answer to the offer goes along. */
  ring(): void {
    const session = this.#session;
    if (!(session instanceof Invitation) || asksForPrack(session)) return;
    session.progress().catch((error: unknown) => this.#failed('ring', error));
  }

  /** Prepares the answer of a call that still rings; an offer we cannot answer is refused. */
  prepare(): void {
    const session = this.#session;
    if (!(session instanceof Invitation) || !session.body || session.state !== SessionState.Initial) return;
    const prepared = this.#media.prepare(session.body).catch((error: unknown) => {
      this.#log('offer-refused', { error: String(error) });
      if (!this.#told) this.#refuse(488, 'failed');
    });
    if (!asksForPrack(session)) return;
    const ring = () => (this.#told ? undefined : session.progress({ rel100: true, statusCode: 180 }));
    prepared.then(ring).catch((error: unknown) => this.#failed('ring', error));
  }

  answer(): void {
    if (!(this.#session instanceof Invitation) || this.#session.state !== SessionState.Initial) return;
    this.#session.accept().catch((error: unknown) => this.#failed('answer', error));
  }

  decline(sipCode: number): void {
    if (!this.#told) this.#refuse(sipCode, 'declined');
  }

  hangUp(reason: HangUpReason): void {
    if (this.#told) return;
    const session = this.#session;
    const extraHeaders = [reasonHeader(reason)];
    if (session.state === SessionState.Established) {
      this.#whenConnected(() => {
        if (session.state !== SessionState.Established) return;
        session.bye({ requestOptions: { extraHeaders } }).catch((error: unknown) => this.#failed('bye', error));
      });
    } else if (session instanceof Inviter) {
      session.cancel({ extraHeaders }).catch((error: unknown) => this.#failed('cancel', error));
    } else {
      this.#refuse(reason === 'page-closed' ? 480 : 486, causeOfHangUp(reason));
    }
    this.#finish({ cause: this.#handedOver ? 'transferred' : causeOfHangUp(reason), sipCode: null });
  }

  setHold(held: boolean): Promise<boolean> {
    return this.#change(async () => {
      const before = this.#media.next.direction;
      this.#media.shape({ direction: held ? 'sendonly' : 'sendrecv' });
      const outcome = await this.#negotiate(ATTEMPTS.hold);
      // Over a broken socket there is nobody to agree with: the re-INVITE that renews the call asks for it.
      if (outcome === 'agreed' || outcome === 'socket-lost') return true;
      this.#media.shape({ direction: before });
      this.#lostIfGone(outcome);
      return false;
    });
  }

  async transfer(to: TransferTarget): Promise<number | null> {
    const other = 'call' in to && to.call instanceof SipJsCall ? to.call : null;
    const number = 'number' in to ? referTo(to.number, this.#domain, to.carried) : null;
    const target = other === null ? number : other.#session;
    if (target === null) return 500;
    // After a hold that is on its way: one change of a dialog at a time.
    await this.#changes;
    const handOver = (handedOver: boolean) => {
      this.#handedOver = handedOver;
      if (other) other.#handedOver = handedOver;
    };
    const status = await refer(this.#session, target, () => handOver(true));
    if (this.#told) return null;
    if (status >= 300) {
      handOver(false);
      return status;
    }
    // RFC 5589 6.1: once the caller is there, the call with us is ended by us, unless the PBX has been quicker.
    this.hangUp('transferred');
    other?.hangUp('transferred');
    return null;
  }

  sendTones(tones: string): boolean {
    return this.#media.sendDtmf(tones);
  }

  stats(): Promise<StatsSource | null> {
    return this.#media.stats();
  }

  /** The socket is away: a call that is up goes on by its sound alone. */
  signallingLost(): void {
    if (this.#session.state !== SessionState.Established) {
      // The far end's word about a call that is not up yet went to the old socket and will not come again.
      if (this.#session instanceof Invitation) this.#refuse(480, 'lost');
      else this.#session.cancel().catch(() => undefined);
      return this.#finish({ cause: 'lost', sipCode: null });
    }
    this.#reach.signallingLost();
    const givenUp = awaitNothing(this.#session);
    if (givenUp !== null) this.#givenUp.push(givenUp);
  }

  /** The server's computer is there, and nobody on it answers. */
  serverGone(): void {
    this.#reach.serverGone(true);
  }

  /** The socket is back and registered, or the sound has lost its way: re-INVITE with ICE restart. */
  restart(): void {
    this.#reach.serverGone(false);
    if (!this.isUp || this.#restarting) return;
    this.#restarting = true;
    void this.#change(async () => {
      this.#media.shape({ restart: true });
      const outcome = await this.#negotiate(ATTEMPTS.restart);
      this.#restarting = false;
      if (typeof outcome === 'number') this.#lostIfGone(outcome);
      if (outcome === 'agreed') this.#reach.signallingBack();
    });
  }

  /** ICE's word on whether the far end hears us. */
  mediaReach(reached: MediaReach): void {
    this.#reach.media(reached);
  }

  #established(): void {
    if (this.#told) return;
    this.#wasUp = true;
    this.#listener.answered();
    this.#reach.begin();
  }

  #change<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => undefined);
    return done;
  }

  /** Whatever change comes first over a new socket, the far end first has the ACKs it waits for. */
  async #negotiate(attempts: number): Promise<Renegotiated> {
    this.#givenUp.forEach((cseq) => acknowledge(this.#session, cseq));
    const outcome = await renegotiate({
      session: this.#session,
      media: this.#media,
      attempts,
      over: () => this.#told,
      log: this.#log,
    });
    if (outcome === 'agreed') this.#givenUp = [];
    return outcome;
  }

  /** 481 and 408 end the dialog (RFC 3261 12.2.1.2): the far end has forgotten the call. */
  #lostIfGone(code: number): void {
    if (code === 481) this.#lost(this.#reach.hasOutlivedSocket() ? 'remote' : 'lost');
    if (code === 408) this.#lost('lost');
  }

  /** The conversation ended when its sound did, not when that was certain. */
  #lost(cause: 'lost' | 'remote'): void {
    if (this.#told) return;
    const { state } = this.#session;
    if (state === SessionState.Established) {
      this.#whenConnected(() => void this.#session.bye().catch(() => undefined));
      this.#listener.connection(false, this.#reach.quietForMs());
    }
    // A PBX that has taken the caller over lets our end fall silent until it says how that came out.
    this.#finish({ cause: this.#handedOver ? 'transferred' : cause, sipCode: null });
  }

  #refuse(statusCode: number, cause: CallEndCause): void {
    this.#end ??= { cause, sipCode: statusCode };
    if (this.#session instanceof Invitation) {
      this.#session.reject({ statusCode }).catch((error: unknown) => this.#failed('reject', error));
    }
    this.#finish(this.#end);
  }

  /** SIP.js ended the call by itself: nobody answered in time, the ACK never came, or the media could not be agreed on. */
  #unexplained(): { cause: CallEndCause; sipCode: number | null } {
    if (this.#session.dialog) return { cause: 'lost', sipCode: null };
    return this.#session instanceof Invitation
      ? { cause: 'no-answer', sipCode: 480 }
      : { cause: 'failed', sipCode: null };
  }

  #failed(what: string, error: unknown): void {
    this.#log('call-step-failed', { what, error: String(error) });
    if (this.#session.state === SessionState.Terminated) this.#finish(this.#end ?? { cause: 'failed', sipCode: null });
  }

  #finish(end: { cause: CallEndCause; sipCode: number | null }): void {
    if (this.#told) return;
    this.#told = true;
    this.#reach.stop();
    this.#media.close();
    void this.#media.counters().then((media) => this.#listener.ended({ ...end, media: this.#wasUp ? media : null }));
  }
}
