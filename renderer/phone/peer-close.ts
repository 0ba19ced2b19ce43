/** What of an `RTCPeerConnection` its closing needs. */
export type ClosingPeer = Pick<
  RTCPeerConnection,
  'localDescription' | 'iceGatheringState' | 'addEventListener' | 'removeEventListener' | 'close'
> & { getTransceivers(): Pick<RTCRtpTransceiver, 'stop'>[] };

/** Candidates that did not come by then are no reason to keep a connection any longer. */
export const CLOSED_WITHIN_MS = 2_000;

/**
 * Ends a connection: nothing is sent or received from now on, and it is closed at once or when its candidates are gathered, as after a ring
 * that was declined within a tenth of a second. Chromium (up to 156 at least) keeps for ever a connection that is closed while news of its
 * gathering is on its way to the page: every fiftieth call or so.
 */
export function closePeer(peer: ClosingPeer): void {
  if (peer.localDescription === null || peer.iceGatheringState === 'complete') return peer.close();
  peer.getTransceivers().forEach((transceiver) => transceiver.stop());
  const latest = setTimeout(close, CLOSED_WITHIN_MS);
  peer.addEventListener('icegatheringstatechange', look);

  function look(): void {
    if (peer.iceGatheringState === 'complete') close();
  }
  function close(): void {
    clearTimeout(latest);
    peer.removeEventListener('icegatheringstatechange', look);
    peer.close();
  }
}
