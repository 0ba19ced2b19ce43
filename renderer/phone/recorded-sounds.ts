import type { Outcome } from '../../shared/contract/wire.ts';
import {
  NO_RECORDINGS,
  RECORDING_KINDS,
  type RecordingKind,
  type Recordings,
} from '../../shared/contract/recordings.ts';
import type { PhoneLog } from './sip-stack.ts';

/**
 * Fetches the recordings that sound instead of tones where they have changed. What cannot be fetched is asked for again with the next
 * configuration, and until then the tone sounds.
 */
export function followRecordings(options: {
  ask(kind: RecordingKind): Promise<Outcome<{ data: string | null }>>;
  /** Puts a recording in the place of a tone; false: it cannot be decoded. */
  record(kind: RecordingKind, bytes: ArrayBuffer | null): Promise<boolean>;
  log: PhoneLog;
}): (wanted?: Recordings) => void {
  const inForce = new Map<RecordingKind, string>();

  async function fetchOne(kind: RecordingKind, id: string): Promise<void> {
    inForce.set(kind, id);
    const answer = await options.ask(kind);
    if (inForce.get(kind) !== id) return;
    if (!answer.ok || answer.value.data === null) return void inForce.delete(kind);
    const decodable = await options.record(kind, bytesOf(answer.value.data));
    if (!decodable) options.log('recording-not-decoded', { kind, id });
  }

  return (wanted = NO_RECORDINGS) => {
    for (const kind of RECORDING_KINDS) {
      const id = wanted[kind]?.id;
      if (inForce.get(kind) === id) continue;
      if (id !== undefined) void fetchOne(kind, id);
      else {
        inForce.delete(kind);
        void options.record(kind, null);
      }
    }
  };
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}
