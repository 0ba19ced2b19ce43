import type { PhoneCall } from '../../shared/contract/phone.ts';
import type { Caller, SipCall } from './sip-stack.ts';
import type { SoundWatch } from './sound-watch.ts';
import type { CallSound } from './sound.ts';

/** A call alive. `held` and `muted` are what the consultant wants; a tone may take a held call off hold for a moment. */
export type LiveCall = {
  readonly id: string;
  readonly direction: PhoneCall['direction'];
  readonly caller: Caller;
  readonly startedAt: number;
  /** Dialled beside this other call, to hand its caller over. */
  readonly besideId: string | null;
  readonly sound: CallSound;
  sip: SipCall | null;
  /** Being handed over: the consultation that goes along. Its caller may come back as a new call. */
  handedOver: string | null;
  /** A tone that has come due and was not called off since. */
  toneDue: 'notice' | 'farewell' | null;
  phase: PhoneCall['phase'];
  stage: 'ringing' | 'early-media' | null;
  answering: boolean;
  held: boolean;
  muted: boolean;
  answeredAt: number | null;
  /** From the answer on. */
  watch: SoundWatch | null;
  /** Signalling and sound reach the far end. */
  connected: boolean;
  /** Since when nothing at all has come from the far end. */
  silentSince: number | null;
};
