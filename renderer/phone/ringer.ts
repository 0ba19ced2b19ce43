import { createSpeaker, type Speaker } from './speaker.ts';

/** The ring on every device chosen for it, all at once. */
export interface Ringer {
  /** @param stream what is heard */
  play(stream: MediaStream): void;
  stop(): void;
  /** The first click came. */
  retry(): void;
  /** The devices to ring on; none: the system's own. */
  use(deviceIds: readonly (string | null)[]): void;
  volume(level: number): void;
}

/** @param blocked told when the browser plays nothing before the first click */
export function createRinger(blocked: () => void): Ringer {
  const speakers = new Map<string | null, Speaker>();
  let rings: MediaStream | null = null;
  let loudness = 1;

  return {
    play(stream) {
      rings = stream;
      speakers.forEach((speaker) => speaker.play(stream));
    },
    stop() {
      rings = null;
      speakers.forEach((speaker) => speaker.stop());
    },
    retry: () => speakers.forEach((speaker) => speaker.retry()),
    use(deviceIds) {
      const wanted = new Set(deviceIds.length === 0 ? [null] : deviceIds);
      for (const [id, speaker] of speakers) {
        if (wanted.has(id)) continue;
        speaker.stop();
        speakers.delete(id);
      }
      for (const id of wanted) {
        if (speakers.has(id)) continue;
        const speaker = createSpeaker(blocked);
        speaker.use(id);
        speaker.volume(loudness);
        if (rings) speaker.play(rings);
        speakers.set(id, speaker);
      }
    },
    volume(level) {
      loudness = level;
      speakers.forEach((speaker) => speaker.volume(level));
    },
  };
}
