/**
 * One way to the ear: an audio element on a chosen device. `HTMLMediaElement.setSinkId` and not the AudioContext's, which came with
 * Chromium 110 only.
 */
export interface Speaker {
  play(stream: MediaStream): void;
  /** The first click came: what was kept silent is heard from now on. */
  retry(): void;
  stop(): void;
  /** null: the system's own output. */
  use(deviceId: string | null): void;
  volume(level: number): void;
}

/** @param blocked told when the browser plays nothing before the first click */
export function createSpeaker(blocked: () => void): Speaker {
  const element = new Audio();
  const start = () => {
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') blocked();
    });
  };
  return {
    play(stream) {
      element.srcObject = stream;
      start();
    },
    retry() {
      if (element.srcObject !== null) start();
    },
    stop() {
      element.pause();
      element.srcObject = null;
    },
    use(deviceId) {
      // A device that is not there (unplugged, forgotten by the browser): the system's own, until it is back.
      element.setSinkId(deviceId ?? '').catch(() => element.setSinkId('').catch(() => undefined));
    },
    volume: (level) => void (element.volume = Math.min(1, Math.max(0, level))),
  };
}
