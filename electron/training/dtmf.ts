const digits = '0123456789*#ABCD';

/**
 * Reads digits from telephone-event packets (RFC 4733). A key press is many packets with one timestamp, the last of them three times;
 * each press is told once, at its first packet. Returns a reader: payload and RTP timestamp in, the digit or null out.
 */
export function createDtmfReader(): (payload: Uint8Array, timestamp: number) => string | null {
  let lastTimestamp: number | null = null;
  return (payload, timestamp) => {
    if (payload.length < 4 || timestamp === lastTimestamp) return null;
    lastTimestamp = timestamp;
    return digits[payload[0] ?? digits.length] ?? null;
  };
}
