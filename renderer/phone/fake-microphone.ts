/** For tests on Node, which has no tracks: one that can be stopped, copied and unplugged. */
export function microphoneTrack(label: string): MediaStreamTrack {
  const track = {
    id: label,
    label,
    kind: 'audio',
    contentHint: '',
    enabled: true,
    muted: false,
    onended: null,
    onmute: null,
    onunmute: null,
    readyState: 'live' as MediaStreamTrackState,
    stop: () => void (ended = true),
    clone: () => microphoneTrack(`copy of ${label}`),
    applyConstraints: () => Promise.resolve(),
    getCapabilities: () => ({}),
    getConstraints: () => ({}),
    getSettings: () => ({}),
  };
  let ended = false;
  const whole = Object.assign(new EventTarget(), track);
  return Object.defineProperty(whole, 'readyState', { get: () => (ended ? 'ended' : 'live') });
}
