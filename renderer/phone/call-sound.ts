import { createLevelMeter } from './level-meter.ts';
import type { KeptMicrophone, WantedMicrophone } from './kept-microphone.ts';
import { createMicrophoneSeat } from './microphone-seat.ts';
import type { CallSound } from './sound.ts';
import type { Speaker } from './speaker.ts';

const EDGE_S = 0.01;
/** By then the edge is over and the gate is shut for good: an exponential one alone never gets to zero. */
const SHUT_AFTER_S = 0.1;

export type CallSoundOptions = {
  context: AudioContext;
  /** The call's own way to the headphones. */
  speaker: Speaker;
  /** The microphone to use now. */
  microphone(): WantedMicrophone;
  openMicrophone: KeptMicrophone['open'];
  /** Plays a tone into a node; `stop` cuts it short. */
  toneInto(tone: 'notice' | 'farewell', into: AudioNode[]): { ended: Promise<void>; stop(): void };
  /** The consultant hears the tones too. */
  headphones: AudioNode;
  onClose(): void;
};

export interface OpenCallSound extends CallSound {
  readonly speaker: Speaker;
  /**
   * Another microphone may have been chosen, or one came or went: where it has, the call goes over to it without a gap in what is sent.
   * Mute and hold are the gate's, which stays.
   */
  changeMicrophone(): void;
}

/**
 * The mix that the caller hears: microphone, through a gain that mute and hold shut, and tones, which nothing shuts. The outgoing track is
 * the mix's, so it exists before the microphone and survives its change.
 */
export function createCallSound({
  context,
  speaker,
  microphone,
  openMicrophone,
  toneInto,
  headphones,
  onClose,
}: CallSoundOptions): OpenCallSound {
  const mix = context.createMediaStreamDestination();
  mix.channelCount = 1;
  const gate = context.createGain();
  gate.connect(mix);
  const meter = createLevelMeter(context);
  const [outgoing] = mix.stream.getAudioTracks();
  if (!outgoing) throw new Error('A mix without a track');
  let source: { track: MediaStreamTrack; node: MediaStreamAudioSourceNode } | null = null;
  let closed = false;
  let remote: MediaStreamTrack | null = null;
  let relayed: MediaStreamAudioSourceNode | null = null;
  let tone: { ended: Promise<void>; stop(): void } | null = null;

  const seat = createMicrophoneSeat({
    wanted: microphone,
    open: openMicrophone,
    take(track) {
      const before = source;
      source = { track, node: context.createMediaStreamSource(new MediaStream([track])) };
      source.node.connect(gate);
      source.node.connect(meter.node);
      leave(before);
    },
  });

  function leave(gone: typeof source): void {
    gone?.node.disconnect();
    gone?.track.stop();
  }

  return {
    outgoing,
    speaker,
    playRemote(track) {
      remote = track;
      speaker.play(new MediaStream([track]));
    },
    remote: () => remote,
    relay(voice) {
      relayed?.disconnect();
      relayed = voice && context.createMediaStreamSource(new MediaStream([voice]));
      relayed?.connect(mix);
    },
    openMicrophone: seat.open,
    changeMicrophone: seat.changed,
    letThrough(through) {
      const now = context.currentTime;
      gate.gain.cancelAndHoldAtTime(now);
      gate.gain.setTargetAtTime(through ? 1 : 0, now, EDGE_S);
      if (!through) gate.gain.setValueAtTime(0, now + SHUT_AFTER_S);
    },
    microphone() {
      const track = source?.track;
      if (track?.readyState === 'live') return { state: track.muted ? 'muted' : 'live', ...meter.read() };
      const state = seat.problem() === 'busy' ? 'busy' : track ? 'ended' : 'none';
      return { state, peak: 0, loudness: 0 };
    },
    async playTone(kind) {
      tone?.stop();
      const playing = (tone = toneInto(kind, [mix, headphones]));
      await playing.ended;
    },
    stopTone: () => tone?.stop(),
    close() {
      if (closed) return;
      closed = true;
      seat.close();
      tone?.stop();
      leave(source);
      source = null;
      relayed?.disconnect();
      gate.disconnect();
      outgoing.stop();
      speaker.stop();
      onClose();
    },
  };
}
