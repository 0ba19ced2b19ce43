/** Waiting between attempts: doubles from `firstMs` to `limitMs`, jittered by ±50 % so that many phones do not come back at once. */
export type Backoff = { firstMs: number; limitMs: number };

/**
 * How long to wait before the next attempt, ms.
 * @param failures attempts failed so far, 1 for the first
 * @param random a number in [0, 1)
 */
export function backoffMs({ firstMs, limitMs }: Backoff, failures: number, random: number): number {
  const base = Math.min(limitMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return base * (0.5 + random);
}
