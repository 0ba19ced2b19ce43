import type { PhoneConfig } from '../../shared/contract/phone.ts';
import type { StageKind } from './deadlines.ts';
import type { CallLine } from './sip-stack.ts';
import type { OpenedMicrophone } from './microphone.ts';
import type { MicrophoneSigns } from './sound-judge.ts';

/** What the calls need of the sound; `audio.ts` makes it of Web Audio. */
export interface Sound {
  /** The sound of one call: outgoing track ready at once, silent until the microphone joins. */
  openCall(): CallSound;
  /** What is heard of waiting calls: a ring on the ringer, the far end's ringing tone in the headphones, or nothing. */
  signal(kind: 'ring' | 'ringback' | null): void;
  /** Softly in the headphones: a second call, or a caller who has been on hold for another minute. */
  knock(why: 'knock' | 'held'): void;
  /** A stage of the consultation, softly in the headphones: nobody is looking, and the caller does not hear it. */
  stage(stage: StageKind): void;
  configure(config: SoundConfig): void;
}

export type SoundConfig = Omit<PhoneConfig, 'account'>;

export interface CallSound extends CallLine {
  /**
   * Opens the microphone into the call. Its indicator is on from here to `close`.
   * @param lasting the call goes on whatever comes of it: tried again when another is chosen, one comes, or its holder may have let go
   */
  openMicrophone(lasting: boolean): Promise<OpenedMicrophone>;
  /** Shuts or opens the microphone's way into the call; tones pass either way. */
  letThrough(open: boolean): void;
  /** What is heard of the far end; null before it can be heard. */
  readonly remote: () => MediaStreamTrack | null;
  /** Mixes somebody else's voice into what the far end hears (a conference); null: nobody's any more. */
  relay(voice: MediaStreamTrack | null): void;
  /** What comes from the microphone, whether it is let through or not. */
  microphone(): MicrophoneSigns;
  /** Plays a tone to the caller and to the consultant; resolves when it has ended or was stopped. */
  playTone(tone: 'notice' | 'farewell'): Promise<void>;
  stopTone(): void;
  close(): void;
}
