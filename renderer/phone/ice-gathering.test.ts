import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherCandidates, hasUdpCandidate } from './ice-gathering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Candidate = { candidate: string; protocol: string; type: string };
const UDP = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', protocol: 'udp', type: 'host' };
const TCP = { candidate: 'candidate:2 1 tcp 1 192.0.2.1 9 typ host', protocol: 'tcp', type: 'host' };
const REFLEXIVE = { candidate: 'candidate:3 1 udp 1 198.51.100.1 9 typ srflx', protocol: 'udp', type: 'srflx' };

/** A peer that only lists candidates, and whether its gathering has been waited for long enough. */
function gathering(withStun = false) {
  const peer = Object.assign(new EventTarget(), { iceGatheringState: 'gathering' });
  const seen = { done: false };
  void gatherCandidates(peer as unknown as RTCPeerConnection, withStun).then(() => void (seen.done = true));
  const lists = (candidate: Candidate) => peer.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return seen.done;
  };
  return { lists, after };
}

test('the host’s UDP candidates are enough: 20 ms after the last, or at the first TCP one', async () => {
  const one = gathering();
  one.lists(UDP);
  expect(await one.after(19)).toBe(false);
  expect(await one.after(1)).toBe(true);

  const two = gathering();
  two.lists(UDP);
  two.lists(TCP);
  expect(await two.after(0)).toBe(true);
});

test('a TCP candidate that comes first is no reason to go: nobody could send sound to it', async () => {
  const { lists, after } = gathering();
  lists(TCP);
  expect(await after(2_000)).toBe(false);
  lists(UDP);
  expect(await after(20)).toBe(true);
});

test('without any UDP candidate the wait ends all the same', async () => {
  expect(await gathering().after(5_000)).toBe(true);
});

test('with STUN the reflexive candidate is waited for, a second at most', async () => {
  const one = gathering(true);
  one.lists(UDP);
  expect(await one.after(500)).toBe(false);
  one.lists(REFLEXIVE);
  expect(await one.after(20)).toBe(true);

  const two = gathering(true);
  two.lists(UDP);
  expect(await two.after(1_000)).toBe(true);
});

test('a description is ready once it has a UDP candidate', () => {
  expect(hasUdpCandidate('v=0\r\na=candidate:2 1 tcp 1518214911 192.0.2.2 9 typ host\r\n')).toBe(false);
  expect(hasUdpCandidate('v=0\r\na=candidate:1 1 udp 2113937151 192.0.2.2 5004 typ host\r\n')).toBe(true);
});
