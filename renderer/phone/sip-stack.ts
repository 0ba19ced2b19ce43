import type { CallEndCause, CallMedia, CarriedConsultation, Lamp } from '../../shared/contract/phone.ts';
import type { SipSettings } from '../../shared/contract/sip-settings.ts';
import type { StatsSource } from './media-stats.ts';

/**
 * What the phone needs of a SIP stack, in our words. SIP.js implements it (`sip-js-stack.ts`); another stack can take its place without
 * a change anywhere else.
 */
export interface SipStack {
  /** Opens the socket, or does nothing when it is open. Rejects when it cannot be opened: the page is not told why. */
  connect(): Promise<void>;
  /**
   * One REGISTER on the open socket; refreshed by the stack before it expires. Calls that lost their socket are found again by a re-INVITE
   * with ICE restart right after it: without that the far end's BYE would go to the old connection.
   */
  register(): Promise<RegisterAnswer>;
  /** Asks the server for a sign of life (OPTIONS): false when none came in `withinMs`. A half-open socket says «open» for minutes. */
  ping(withinMs: number): Promise<boolean>;
  /** Gives up the socket without a word to anybody; calls stay. */
  dropSocket(): void;
  /** The server's computer is there and nobody on it answers: a call whose sound is gone too is lost, there is nothing to wait for. */
  serverGone(): void;
  /** Whether a call is up: then a lost socket is worth more haste. */
  isInCall(): boolean;
  /** Calls a number (already normalised). The answer of the far end comes through the listener. `carried` goes along. */
  dial(number: string, sound: CallLine, listener: SipCallListener, carried?: CarriedConsultation | null): SipCall;
  /** Colleagues whose lamps are watched from now on. */
  watch(numbers: readonly string[]): void;
  /** Unregisters as far as the socket allows and closes it. */
  stop(): Promise<void>;
}

export type RegisterAnswer =
  | { kind: 'registered' }
  | { kind: 'refused'; sipCode: number; retryAfterMs: number | null }
  /** The socket broke, or nothing came back in time. */
  | { kind: 'no-answer' };

export interface SipStackListener {
  socketLost(): void;
  /** The server refused to refresh the registration, or let it expire. */
  registrationLost(): void;
  /** A call hears nothing from the far end any more: is the server still there? */
  callSilent(): void;
  incoming(call: IncomingCall): void;
  lamp(number: string, lamp: Lamp): void;
  /** Voice messages not listened to. */
  mailbox(newMessages: number): void;
}

export type SipStackOptions = {
  account: SipSettings;
  listener: SipStackListener;
  /** An INVITE is in hand and not read yet. */
  onInvite?: (() => void) | undefined;
  log: PhoneLog;
};

/** Who calls and which number of ours they dialled, as the headers say it: cleaned, and bounded in length. */
export type Caller = { number: string; displayName: string; dialled: string };

export interface IncomingCall {
  readonly caller: Caller;
  /** The consultation it comes with, if it was handed over to us. */
  readonly carried: CarriedConsultation | null;
  /** Its headers ask for an answer by itself. */
  readonly asksForAnswer: boolean;
  /** Lets it ring: the answer is prepared meanwhile, the far end hears its ringing tone. */
  ring(sound: CallLine, listener: SipCallListener): SipCall;
  /** Refuses at once, with nothing opened. */
  refuse(sipCode: number): void;
}

export type CallEnd = { cause: CallEndCause; sipCode: number | null; media: CallMedia | null };

/** What a call tells. After `ended`, nothing more. */
export interface SipCallListener {
  progress(stage: 'ringing' | 'early-media'): void;
  answered(): void;
  /**
   * Whether signalling and sound both reach the far end.
   * @param silentForMs how long nothing at all has come from the far end; null: it gives signs of life
   */
  connection(connected: boolean, silentForMs: number | null): void;
  ended(end: CallEnd): void;
}

/** Why we end a call; it becomes the Reason header of the BYE (RFC 3326). */
export type HangUpReason = 'consultant' | 'limit' | 'page-closed' | 'no-answer' | 'transferred';

export interface SipCall {
  /** Answers a ringing call. Has no effect on a call that is gone. */
  answer(): void;
  decline(sipCode: number): void;
  /** Ends the call in any phase. Without a socket the BYE follows after the reconnect. */
  hangUp(reason: HangUpReason): void;
  /**
   * Re-INVITE with `sendonly` or `sendrecv`; resolves with whether the far end agreed. Over a broken socket it counts as agreed: it is asked
   * for again as soon as the call is renewed.
   */
  setHold(held: boolean): Promise<boolean>;
  /**
   * Hands the far end over (REFER, RFC 3515): to a number, or to the far end of another call that is up (RFC 3891 Replaces). Resolves with
   * null once the call has ended as `transferred`, or with the status of the refusal: then it goes on.
   */
  transfer(to: TransferTarget): Promise<number | null>;
  /** DTMF by RFC 4733; a comma is a pause of two seconds. False when the far end takes none. */
  sendTones(tones: string): boolean;
  /** Counters of the media so far, as the browser has them; null when there are none. */
  stats(): Promise<StatsSource | null>;
}

export type TransferTarget = { number: string; carried: CarriedConsultation | null } | { call: SipCall };

/** The sound of one call as the stack sees it: what goes out, and where what comes in is heard. */
export interface CallLine {
  readonly outgoing: MediaStreamTrack;
  playRemote(track: MediaStreamTrack): void;
}

/** Where the phone's own story goes; never the password, never a whole SIP message. */
export type PhoneLog = (event: string, details?: Record<string, string | number | boolean | null>) => void;
