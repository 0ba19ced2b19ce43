import { createLevelMeter } from '../../phone/level-meter.ts';
import { openMicrophone } from '../../phone/microphone.ts';
import { createRinger } from '../../phone/ringer.ts';
import { TONES, samplesOf } from '../../phone/tones.ts';

/** A look ten times a second is smooth enough for a bar and costs a thousandth of the thread's time. */
const LOOK_EVERY_MS = 100;

/**
 * Plays a sound of ours once: the ring, or the soft tone for headphones.
 * @param deviceIds where; none: the system's own
 * @param volume 0–1
 * @param onEnd told when it has ended or was stopped
 * @returns stops it
 */
export function playTest(
  kind: 'ring' | 'farewell',
  deviceIds: readonly string[],
  volume: number,
  onEnd: () => void,
): () => void {
  const made = (context: AudioContext) => {
    const samples = samplesOf(TONES[kind], context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    return buffer;
  };
  return playOnce(made, deviceIds, volume, onEnd);
}

/** Plays any sound once, as `playTest` does. */
export function playOnce(
  made: (context: AudioContext) => AudioBuffer,
  deviceIds: readonly string[],
  volume: number,
  onEnd: () => void,
): () => void {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const ringer = createRinger(() => undefined);
  ringer.use(deviceIds);
  ringer.volume(volume);
  const source = context.createBufferSource();
  source.buffer = made(context);
  source.connect(out);
  source.addEventListener('ended', () => {
    ringer.stop();
    void context.close();
    onEnd();
  });
  ringer.play(out.stream);
  source.start();
  return () => source.stop();
}

/** A microphone that is being listened to, or why it cannot be. */
type Watched =
  { ok: true; track: MediaStreamTrack; stop(): void } | { ok: false; problem: 'denied' | 'absent' | 'busy' };

/** Opens a microphone to see how loud it is. The system's indicator is on until it is stopped. */
export async function watchLevel(
  deviceId: string | null,
  onLevel: (level: { loudness: number; peak: number }) => void,
): Promise<Watched> {
  const opened = await openMicrophone(deviceId);
  if (!opened.ok) return opened;
  const context = new AudioContext();
  const meter = createLevelMeter(context);
  context.createMediaStreamSource(new MediaStream([opened.track])).connect(meter.node);
  const timer = setInterval(() => onLevel(meter.read()), LOOK_EVERY_MS);
  return {
    ok: true,
    track: opened.track,
    stop() {
      clearInterval(timer);
      opened.track.stop();
      void context.close();
    },
  };
}

/**
 * Records what a microphone hears for a while; `onLevel` is told how loud it is meanwhile.
 * @param stopped ends it early; then there is no sound
 */
export async function recordVoice(
  deviceId: string | null,
  lengthMs: number,
  onLevel: (level: { loudness: number; peak: number }) => void,
  stopped: AbortSignal,
): Promise<{ ok: true; sound: AudioBuffer | null } | { ok: false; problem: 'denied' | 'absent' | 'busy' }> {
  const watched = await watchLevel(deviceId, onLevel);
  if (!watched.ok) return watched;
  const pieces: Blob[] = [];
  const recorder = new MediaRecorder(new MediaStream([watched.track]));
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const over = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  recorder.start();
  const timer = setTimeout(() => recorder.stop(), lengthMs);
  stopped.addEventListener('abort', () => recorder.state === 'recording' && recorder.stop());
  if (stopped.aborted) recorder.stop();
  await over;
  clearTimeout(timer);
  watched.stop();
  if (stopped.aborted) return { ok: true, sound: null };
  return { ok: true, sound: await soundOf(new Blob(pieces, { type: recorder.mimeType })) };
}

/** null: nothing was recorded, or nothing that can be played. */
async function soundOf(recording: Blob): Promise<AudioBuffer | null> {
  const context = new AudioContext();
  try {
    return await context.decodeAudioData(await recording.arrayBuffer());
  } catch {
    return null;
  } finally {
    await context.close();
  }
}
