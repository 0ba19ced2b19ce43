import { createCallSound } from './call-sound.ts';
import type { StageKind } from './deadlines.ts';
import { deviceFor, standsFor, type Device } from './device-choice.ts';
import type { OpenCallSound } from './call-sound.ts';
import type { RecordingKind } from '../../shared/contract/recordings.ts';
import type { Sound, SoundConfig } from './sound.ts';
import { createKeptMicrophone } from './kept-microphone.ts';
import { createRenewedContext } from './renewed-context.ts';
import { createRinger } from './ringer.ts';
import { AWAKE_WITHIN_MS } from './sound-sleep.ts';
import { createSpeaker } from './speaker.ts';
import { TONES, samplesOf } from './tones.ts';

export interface PhoneAudio extends Sound {
  /**
   * A recording that sounds in the place of a tone from now on; null: the tone again. False when it cannot be decoded: the tone stays.
   * @param bytes a whole file, WAV, Ogg or MP3
   */
  record(kind: RecordingKind, bytes: ArrayBuffer | null): Promise<boolean>;
  /** Devices came or went: the chosen ones are taken again. */
  devicesChanged(present: readonly Device[]): void;
  /** Closes a microphone that is kept open, until the next configuration. */
  letGo(): void;
  stop(): void;
}

const SILENT: SoundConfig = { microphone: null, headphones: null, ringer: [], ringVolume: 0.7, deviceNames: {} };

/**
 * All sound of the phone over one AudioContext at a time, which sleeps while nothing is heard and is made anew after some calls.
 * @param report told whether the browser lets us be heard: before the first click in a tab it does not
 */
export function createAudio(report: (allowed: boolean) => void): PhoneAudio {
  const buffers = new Map<string, AudioBuffer>();
  const recorded = new Map<keyof typeof TONES, AudioBuffer>();
  const calls = new Set<OpenCallSound>();
  const kept = createKeptMicrophone();
  let config = SILENT;
  let present: readonly Device[] = [];
  let allowed: boolean | null = null;
  let stopped = false;

  const tell = (now: boolean) => {
    if (allowed === now || stopped) return;
    report((allowed = now));
  };
  const blocked = () => tell(false);
  const ringer = createRinger(blocked);
  const headphones = createSpeaker(blocked);
  let signalled: { kind: 'ring' | 'ringback'; stop(): void } | null = null;
  let knocking = 0;

  /** A context and what is played into for the ringer and the headphones; their elements run only while something plays. */
  function openContext() {
    const context = new AudioContext({ latencyHint: 'interactive' });
    return {
      context,
      ringing: context.createMediaStreamDestination(),
      ear: context.createMediaStreamDestination(),
    };
  }

  function bufferOf(kind: keyof typeof TONES): AudioBuffer {
    let buffer = recorded.get(kind) ?? buffers.get(kind);
    if (!buffer) {
      const { context } = sound.inForce();
      const samples = samplesOf(TONES[kind], context.sampleRate);
      buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
      buffers.set(kind, buffer);
    }
    return buffer;
  }

  function playInto(kind: keyof typeof TONES, into: AudioNode[], loop = false) {
    const source = sound.inForce().context.createBufferSource();
    source.buffer = bufferOf(kind);
    source.loop = loop;
    into.forEach((node) => source.connect(node));
    const ended = new Promise<void>((resolve) => {
      source.addEventListener('ended', () => {
        source.disconnect();
        resolve();
      });
    });
    source.start();
    return { ended, stop: () => source.stop() };
  }

  const busy = () => calls.size > 0 || signalled !== null || knocking > 0;
  const sound = createRenewedContext({ open: openContext, busy, tell });
  function rest(): void {
    if (calls.size === 0 && knocking === 0 && signalled?.kind !== 'ringback') headphones.stop();
    sound.rest();
  }

  function microphone() {
    const id = deviceFor(config.microphone, config.deviceNames, present, 'input');
    return { id, standsFor: standsFor(id, present, 'input') };
  }

  function playInEar(kind: keyof typeof TONES, loop = false) {
    const { ear } = sound.inForce();
    headphones.play(ear.stream);
    return playInto(kind, [ear], loop);
  }

  /** Once, in the headphones: not in what a caller hears. */
  function whisper(kind: 'knock' | 'held' | StageKind): void {
    knocking += 1;
    sound.wake();
    void playInEar(kind).ended.then(() => {
      knocking -= 1;
      rest();
    });
  }

  const output = (chosen: string | null) => deviceFor(chosen, config.deviceNames, present, 'output');
  /** The devices in force, taken again whenever one came or went. */
  function apply(): void {
    ringer.use(config.ringer.map(output));
    ringer.volume(config.ringVolume);
    headphones.use(output(config.headphones));
    kept.keep(config.keepMicrophone ? microphone() : null);
    calls.forEach((call) => {
      call.speaker.use(output(config.headphones));
      call.changeMicrophone();
    });
  }

  // A tab may make itself heard only after a click or a key in it.
  const gesture = () => {
    if (allowed === true) return;
    [headphones, ...[...calls].map(({ speaker }) => speaker)].forEach((speaker) => speaker.retry());
    ringer.retry();
    sound.wake();
    rest();
  };
  const gestures = ['pointerdown', 'keydown'] as const;
  gestures.forEach((name) => addEventListener(name, gesture, { capture: true }));
  // Tried once at the start, so that «Звук включится после щелчка» is known before the first call.
  knocking += 1;
  sound.wake();
  setTimeout(() => {
    knocking -= 1;
    rest();
  }, AWAKE_WITHIN_MS + 50);

  return {
    openCall() {
      const speaker = createSpeaker(blocked);
      speaker.use(output(config.headphones));
      const { context, ear } = sound.inForce();
      const call = createCallSound({
        context,
        speaker,
        microphone,
        openMicrophone: kept.open,
        headphones: ear,
        toneInto: (kind, into) => {
          headphones.play(ear.stream);
          return playInto(kind, into);
        },
        onClose: () => {
          calls.delete(call);
          rest();
        },
      });
      calls.add(call);
      sound.served();
      sound.wake();
      return call;
    },
    signal(kind) {
      if ((signalled?.kind ?? null) === kind) return;
      signalled?.stop();
      signalled = null;
      ringer.stop();
      if (kind !== null) {
        const { ringing } = sound.inForce();
        const playing = kind === 'ring' ? playInto(kind, [ringing], true) : playInEar(kind, true);
        signalled = { kind, stop: playing.stop };
        if (kind === 'ring') ringer.play(ringing.stream);
        sound.wake();
      }
      rest();
    },
    knock: whisper,
    stage: whisper,
    async record(kind, bytes) {
      if (bytes === null) return recorded.delete(kind);
      // The context may be made anew meanwhile, and would not finish.
      const decoder = new OfflineAudioContext(1, 1, sound.inForce().context.sampleRate);
      const buffer = await decoder.decodeAudioData(bytes).catch(() => null);
      if (buffer !== null) recorded.set(kind, buffer);
      return buffer !== null;
    },
    configure(next) {
      config = next;
      apply();
    },
    devicesChanged(now) {
      present = now;
      apply();
    },
    letGo() {
      config = { ...config, keepMicrophone: false };
      kept.keep(null);
    },
    stop() {
      stopped = true;
      kept.keep(null);
      gestures.forEach((name) => removeEventListener(name, gesture, { capture: true }));
      calls.forEach((call) => call.close());
      sound.stop();
    },
  };
}
