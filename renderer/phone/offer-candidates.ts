/**
 * Takes the far end's candidates out of its offer. A call may ring for minutes: with them the browser would begin its checks at once, in
 * vain, and give up («failed» after about 15 s). They are handed over at the answer.
 */
export function holdBackCandidates(offer: string): { offer: string; candidates: RTCIceCandidateInit[] } {
  const candidates: RTCIceCandidateInit[] = [];
  let section = -1;
  const kept = offer.split(/\r?\n/).filter((line) => {
    if (line.startsWith('m=')) section += 1;
    if (line.startsWith('a=candidate:')) {
      candidates.push({ candidate: line.slice(2), sdpMLineIndex: Math.max(0, section) });
      return false;
    }
    return line !== 'a=end-of-candidates';
  });
  return { offer: kept.join('\r\n'), candidates };
}
