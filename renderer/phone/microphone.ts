/** What came of opening the microphone. `busy`: another program holds it, or the system failed. */
export type OpenedMicrophone =
  { ok: true; track: MediaStreamTrack } | { ok: false; problem: 'denied' | 'absent' | 'busy' };

/** Kept at every change of the device: without them a headset's echo comes back. */
const PROCESSING = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Opens the chosen microphone, or the system's own when the chosen one is not there. The indicator of the system is on until the track
 * is stopped.
 * @param deviceId null: the system's own
 */
export async function openMicrophone(deviceId: string | null): Promise<OpenedMicrophone> {
  const chosen = await attempt(deviceId === null ? {} : { deviceId: { exact: deviceId } });
  if (chosen.ok || deviceId === null || chosen.problem === 'denied') return chosen;
  return attempt({});
}

async function attempt(device: MediaTrackConstraints): Promise<OpenedMicrophone> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...device, ...PROCESSING } });
    const [track] = stream.getAudioTracks();
    return track ? { ok: true, track } : { ok: false, problem: 'absent' };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return { ok: false, problem: 'denied' };
    return { ok: false, problem: name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'busy' };
  }
}
