const TONE_MS = 100;
const GAP_MS = 70;

/** What we use of an RTCDTMFSender. */
export type ToneSender = Pick<RTCDTMFSender, 'canInsertDTMF' | 'insertDTMF' | 'addEventListener'>;

/**
 * Keys pressed in a call, one tone after the other (RFC 4733). The browser's own buffer is replaced by each `insertDTMF`, and what it says
 * is left in it is already old: quickly typed keys would come twice or get lost. So it never holds more than one.
 * @returns adds keys; a comma is a pause of two seconds. False when the far end takes no tones.
 */
export function createToneKeys(sender: ToneSender): (keys: string) => boolean {
  let waiting = '';
  let playing = false;

  function next(): void {
    const key = waiting.charAt(0);
    waiting = waiting.slice(1);
    playing = key !== '' && sender.canInsertDTMF;
    if (playing) sender.insertDTMF(key, TONE_MS, GAP_MS);
    else waiting = '';
  }
  sender.addEventListener('tonechange', ({ tone }) => {
    if (tone === '') next();
  });

  return (keys) => {
    if (!sender.canInsertDTMF) return false;
    waiting += keys;
    if (!playing) next();
    return true;
  };
}
