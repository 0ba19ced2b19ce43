import { createLevelMeter } from '../../phone/level-meter.ts';
import { openMicrophone } from '../../phone/microphone.ts';
import { createRinger } from '../../phone/ringer.ts';
import { TONES, samplesOf } from '../../phone/tones.ts';

/** A look ten times a second is smooth enough for a bar and costs a thousandth of the thread's time. */
const LOOK_EVERY_MS = 100;

/**
 * Plays a sound once: the ring, or the soft tone for headphones.
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
  const context = new AudioContext();
  const samples = samplesOf(TONES[kind], context.sampleRate);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(samples, 0);
  return playOnce(context, buffer, { deviceIds, volume, onEnd });
}

/** Plays a recording once (base64 of a file), as `playTest` does a tone. What cannot be decoded is silent, and ends at once. */
export async function playRecording(
  data: string,
  deviceIds: readonly string[],
  volume: number,
  onEnd: () => void,
): Promise<() => void> {
  const context = new AudioContext();
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const buffer = await context.decodeAudioData(bytes.buffer).catch(() => context.createBuffer(1, 1, 8_000));
  return playOnce(context, buffer, { deviceIds, volume, onEnd });
}

function playOnce(
  context: AudioContext,
  buffer: AudioBuffer,
  where: { deviceIds: readonly string[]; volume: number; onEnd: () => void },
): () => void {
  const out = context.createMediaStreamDestination();
  const ringer = createRinger(out.stream, () => undefined);
  ringer.use(where.deviceIds);
  ringer.volume(where.volume);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(out);
  source.addEventListener('ended', () => {
    ringer.stop();
    void context.close();
    where.onEnd();
  });
  ringer.play();
  source.start();
  return () => source.stop();
}

/** Opens a microphone to see how loud it is. The system's indicator is on until it is stopped. */
export async function watchLevel(
  deviceId: string | null,
  onLevel: (level: { loudness: number; peak: number }) => void,
): Promise<{ ok: true; stop(): void } | { ok: false; problem: 'denied' | 'absent' | 'busy' }> {
  const opened = await openMicrophone(deviceId);
  if (!opened.ok) return opened;
  const context = new AudioContext();
  const meter = createLevelMeter(context);
  context.createMediaStreamSource(new MediaStream([opened.track])).connect(meter.node);
  const timer = setInterval(() => onLevel(meter.read()), LOOK_EVERY_MS);
  return {
    ok: true,
    stop() {
      clearInterval(timer);
      opened.track.stop();
      void context.close();
    },
  };
}
