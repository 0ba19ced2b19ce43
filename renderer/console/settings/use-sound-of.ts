import { useEffect, useState } from 'react';
import type { RecordingAbout, RecordingKind } from '../../../shared/contract/recordings.ts';
import { useDesk, useDeskState } from '../store/context.tsx';
import { decodeRecording } from './recording-file.ts';

/** `unreadable`: this browser cannot decode it, so that neither can the phone in it, and the tone sounds. */
export type SoundOf =
  { readonly state: 'none' | 'asked' | 'unreadable' } | { readonly state: 'read'; readonly sound: AudioBuffer };

/**
 * The recording that is to sound instead of a tone, by the very decoder of the phone: the desk knows only what stands at the head of an
 * administrator's file.
 */
export function useSoundOf(kind: RecordingKind, about: RecordingAbout | null): SoundOf {
  const desk = useDesk();
  const connected = useDeskState(({ connection }) => connection === 'up');
  const id = about?.id ?? null;
  const [read, setRead] = useState<{ id: string; sound: AudioBuffer | null } | null>(null);
  useEffect(() => {
    if (id === null || !connected) return;
    let asked = true;
    void desk.ask('recording', { kind }).then(async (outcome) => {
      if (!outcome.ok) return;
      const { data } = outcome.value;
      const sound = data === null ? null : await decodeRecording(data);
      if (asked) setRead({ id, sound });
    });
    return () => void (asked = false);
  }, [desk, connected, kind, id]);

  if (id === null) return { state: 'none' };
  if (read?.id !== id) return { state: 'asked' };
  return read.sound === null ? { state: 'unreadable' } : { state: 'read', sound: read.sound };
}
