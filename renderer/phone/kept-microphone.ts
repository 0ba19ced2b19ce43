import { openMicrophone, type OpenedMicrophone } from './microphone.ts';

/** Which microphone: its id, null for the system's own, and what stands behind that (`standsFor`). */
export type WantedMicrophone = { id: string | null; standsFor: string };

/** The way to the microphone for all calls, which may be kept open between them. */
export interface KeptMicrophone {
  /** Keeps this microphone open from now on; null: closes it. Calls that hear it go on hearing it. */
  keep(wanted: WantedMicrophone | null): void;
  /** A track of one's own of this microphone, to be stopped by who asked for it: at once where it is kept open, else opened now. */
  open(wanted: WantedMicrophone): Promise<OpenedMicrophone>;
}

/**
 * Keeps a microphone open on shift, where the consultant has chosen so: a real one takes 100–300 ms to open, and the first word of an answer
 * waits for it. The system's indicator is lit meanwhile; nothing of it goes anywhere before a call takes a track.
 */
export function createKeptMicrophone(open: typeof openMicrophone = openMicrophone): KeptMicrophone {
  let kept: { standsFor: string; opening: Promise<OpenedMicrophone> } | null = null;

  function keep(wanted: WantedMicrophone | null): void {
    if ((kept?.standsFor ?? null) === (wanted?.standsFor ?? null)) return;
    const before = kept;
    kept = null;
    if (wanted !== null) {
      const opened = { standsFor: wanted.standsFor, opening: open(wanted.id) };
      kept = opened;
      void opened.opening.then((outcome) => {
        // What could not be opened is tried again when a device comes; what was unplugged gives way to what is left.
        const gone = () => void (kept === opened && (kept = null));
        if (!outcome.ok) return gone();
        outcome.track.addEventListener('ended', () => {
          if (kept !== opened) return;
          kept = null;
          keep(wanted);
        });
      });
    }
    void before?.opening.then((outcome) => outcome.ok && outcome.track.stop());
  }

  return {
    keep,
    async open(wanted) {
      const opened = kept?.standsFor === wanted.standsFor ? await kept.opening : null;
      if (!opened?.ok || opened.track.readyState === 'ended') return open(wanted.id);
      return { ok: true, track: opened.track.clone() };
    },
  };
}
