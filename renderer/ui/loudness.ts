const FLOOR_DB = -60;

/** Loudness (root mean square, 0–1) as the part of a bar that is filled, 0–100: even steps for the ear. */
export function barOf(loudness: number): number {
  if (loudness <= 0) return 0;
  const db = 20 * Math.log10(loudness);
  return Math.round(Math.min(1, Math.max(0, (db - FLOOR_DB) / -FLOOR_DB)) * 100);
}
