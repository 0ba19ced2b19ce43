/** Further UDP candidates come within a few ms of the first: one per network card. */
const QUIET_MS = 20;
const LONGEST_MS = 500;
/** With STUN of one's own the reflexive candidate is worth a wait, but no more than this. */
const LONGEST_WITH_STUN_MS = 1_000;
/** An offer without any UDP candidate is worth nothing: on a busy computer the first may take this long. */
const FIRST_MS = 5_000;

/**
 * Waits for the candidates that matter. Chromium has the host's UDP ones after 20–36 ms, then lists TCP ones for another 100 ms before it
 * says «complete»; nobody in a call needs those, so we do not wait for them (on a busy computer they may even come first). A candidate
 * that comes later is found by the far end as peer-reflexive (RFC 8445 7.3.1.3). Call it before `setLocalDescription`.
 */
export function gatherCandidates(peer: RTCPeerConnection, withStun: boolean): Promise<void> {
  return new Promise((resolve) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let hasUdp = false;
    let late = false;
    const longest = setTimeout(
      () => {
        late = true;
        if (hasUdp) finish();
      },
      withStun ? LONGEST_WITH_STUN_MS : LONGEST_MS,
    );
    const first = setTimeout(finish, FIRST_MS);
    function finish(): void {
      clearTimeout(longest);
      clearTimeout(first);
      clearTimeout(quiet);
      peer.removeEventListener('icecandidate', onCandidate);
      peer.removeEventListener('icegatheringstatechange', onState);
      resolve();
    }
    function onCandidate({ candidate }: RTCPeerConnectionIceEvent): void {
      if (candidate === null || candidate.candidate === '') return finish();
      if (candidate.protocol !== 'udp') return hasUdp && !withStun ? finish() : undefined;
      hasUdp = true;
      if (withStun && candidate.type === 'host' && !late) return;
      clearTimeout(quiet);
      quiet = setTimeout(finish, QUIET_MS);
    }
    function onState(): void {
      if (peer.iceGatheringState === 'complete') finish();
    }
    peer.addEventListener('icecandidate', onCandidate);
    peer.addEventListener('icegatheringstatechange', onState);
  });
}

/** Whether a description has what a far end can send to. */
export const hasUdpCandidate = (sdp: string): boolean => /^a=candidate:\S+ \d+ udp /im.test(sdp);
