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
  const out = context.createMediaStreamDestination();
  const ringer = createRinger(out.stream, () => undefined);
  ringer.use(deviceIds);
  ringer.volume(volume);
  const samples = samplesOf(TONES[kind], context.sampleRate);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(samples, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(out);
  source.addEventListener('ended', () => {
    ringer.stop();
    void context.close();
    onEnd();
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
