import type { CallSound } from './sound.ts';

/**
 * The sound of a call, made when something first needs it: a ring is on the screen before the page makes ready for its answer, and a call
 * refused at once leaves no sound behind.
 */
export function lateCallSound(open: () => CallSound): CallSound {
  let opened: CallSound | null = null;
  let closed = false;
  const sound = (): CallSound => {
    // Nobody would close it.
    if (closed && opened === null) throw new Error('The call is over');
    return (opened ??= open());
  };
  return {
    get outgoing() {
      return sound().outgoing;
    },
    playRemote: (track) => closed || sound().playRemote(track),
    openMicrophone: (lasting) => sound().openMicrophone(lasting),
    letThrough: (through) => sound().letThrough(through),
    remote: () => opened?.remote() ?? null,
    // Nobody's voice in a sound that was never made is no reason to make it.
    relay: (voice) => (voice === null ? opened : sound())?.relay(voice),
    microphone: () => opened?.microphone() ?? { state: 'none', peak: 0, loudness: 0 },
    playTone: (tone) => sound().playTone(tone),
    stopTone: () => opened?.stopTone(),
    close() {
      closed = true;
      opened?.close();
    },
  };
}
