import { createCallSound } from './call-sound.ts';
import type { StageKind } from './deadlines.ts';
import { deviceFor, standsFor, type Device } from './device-choice.ts';
import type { OpenCallSound } from './call-sound.ts';
import type { RecordingKind } from '../../shared/contract/recordings.ts';
import type { Sound, SoundConfig } from './sound.ts';
import { createKeptMicrophone } from './kept-microphone.ts';
import { createRinger } from './ringer.ts';
import { AWAKE_WITHIN_MS, createSoundSleep } from './sound-sleep.ts';
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
 * All sound of the phone over one AudioContext, which sleeps while nothing is heard.
 * @param report told whether the browser lets us be heard: before the first click in a tab it does not
 */
export function createAudio(report: (allowed: boolean) => void): PhoneAudio {
  const context = new AudioContext({ latencyHint: 'interactive' });
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
  const ringing = context.createMediaStreamDestination();
  const ringer = createRinger(ringing.stream, blocked);
  const headphones = outlet();
  let signalled: { kind: 'ring' | 'ringback'; stop(): void } | null = null;
  let knocking = 0;

  /** A node to play into and the element that is heard; it runs only while something plays. */
  function outlet() {
    const node = context.createMediaStreamDestination();
    return { node, speaker: createSpeaker(blocked) };
  }

  function bufferOf(kind: keyof typeof TONES): AudioBuffer {
    let buffer = recorded.get(kind) ?? buffers.get(kind);
    if (!buffer) {
      const samples = samplesOf(TONES[kind], context.sampleRate);
      buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
      buffers.set(kind, buffer);
    }
    return buffer;
  }

  function playInto(kind: keyof typeof TONES, into: AudioNode[], loop = false) {
    const source = context.createBufferSource();
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
  const sleep = createSoundSleep({ context, busy, tell });
  function rest(): void {
    if (calls.size === 0 && knocking === 0 && signalled?.kind !== 'ringback') headphones.speaker.stop();
    sleep.rest();
  }

  function microphone() {
    const id = deviceFor(config.microphone, config.deviceNames, present, 'input');
    return { id, standsFor: standsFor(id, present, 'input') };
  }

  /** Once, in the headphones: not in what a caller hears. */
  function whisper(kind: 'knock' | 'held' | StageKind): void {
    knocking += 1;
    headphones.speaker.play(headphones.node.stream);
    sleep.wake();
    void playInto(kind, [headphones.node]).ended.then(() => {
      knocking -= 1;
      rest();
    });
  }

  const output = (chosen: string | null) => deviceFor(chosen, config.deviceNames, present, 'output');
  /** The devices in force, taken again whenever one came or went. */
  function apply(): void {
    ringer.use(config.ringer.map(output));
    ringer.volume(config.ringVolume);
    headphones.speaker.use(output(config.headphones));
    kept.keep(config.keepMicrophone ? microphone() : null);
    calls.forEach((call) => {
      call.speaker.use(output(config.headphones));
      void call.changeMicrophone();
    });
  }

  // A tab may make itself heard only after a click or a key in it.
  const gesture = () => {
    if (allowed === true) return;
    [headphones, ...calls].forEach(({ speaker }) => speaker.retry());
    ringer.retry();
    sleep.wake();
    rest();
  };
  const gestures = ['pointerdown', 'keydown'] as const;
  gestures.forEach((name) => addEventListener(name, gesture, { capture: true }));
  // Tried once at the start, so that «Звук включится после щелчка» is known before the first call.
  knocking += 1;
  sleep.wake();
  setTimeout(() => {
    knocking -= 1;
    rest();
  }, AWAKE_WITHIN_MS + 50);

  return {
    openCall() {
      const speaker = createSpeaker(blocked);
      speaker.use(output(config.headphones));
      const call = createCallSound({
        context,
        speaker,
        microphone,
        openMicrophone: kept.open,
        headphones: headphones.node,
        toneInto: (kind, into) => {
          headphones.speaker.play(headphones.node.stream);
          return playInto(kind, into);
        },
        onClose: () => {
          calls.delete(call);
          rest();
        },
      });
      calls.add(call);
      sleep.wake();
      return call;
    },
    signal(kind) {
      if ((signalled?.kind ?? null) === kind) return;
      signalled?.stop();
      signalled = null;
      ringer.stop();
      if (kind !== null) {
        signalled = { kind, stop: playInto(kind, [kind === 'ring' ? ringing : headphones.node], true).stop };
        if (kind === 'ring') ringer.play();
        else headphones.speaker.play(headphones.node.stream);
        sleep.wake();
      }
      rest();
    },
    knock: whisper,
    stage: whisper,
    async record(kind, bytes) {
      if (bytes === null) return recorded.delete(kind);
      const buffer = await context.decodeAudioData(bytes).catch(() => null);
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
      sleep.stop();
      kept.keep(null);
      gestures.forEach((name) => removeEventListener(name, gesture, { capture: true }));
      calls.forEach((call) => call.close());
      void context.close();
    },
  };
}
