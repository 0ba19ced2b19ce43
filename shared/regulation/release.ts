/** Four numbers between points: '3.0.48.3'. */
export type Release = readonly [number, number, number, number];

/** 2.8: the four numbers of a release, or null when it is stated otherwise (then it is kept as said and unknown). */
export function parseRelease(text: string): Release | null {
  const parts = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(text.trim());
  if (parts === null) return null;
  return [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4])];
}

/** 2.8: compares two releases as numbers, so 3.0.48.3 is after 3.0.5.1: -1, 0 or 1. */
export function compareReleases(a: Release, b: Release): -1 | 0 | 1 {
  const difference = a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/**
 * 2.8. `older`: offer the update, may be refused; `older-exempt`: help all the same (3.1.3, 3.1.4);
 * `newer`: counts as latest, our list is stale and the lead is told; `unknown`: never blocks.
 */
export type ReleaseVerdict = {
  readonly verdict: 'latest' | 'older' | 'older-exempt' | 'newer' | 'unknown';
  readonly clauses: readonly string[];
};

/** What the user said, the latest release we know of that configuration, and the topic chosen so far. */
export type ReleaseQuestion = {
  readonly stated: string | null;
  readonly latest: string | null;
  /** An id of TOPICS. */
  readonly topic: string | null;
};

/**
 * 2.8: consultations on the latest release only, except help with the update itself and with restoring work (3.1.3, 3.1.4). The first number
 * is the edition («ред. 3»): our latest says nothing of another edition, so that is unknown, neither older nor newer.
 */
export function releaseVerdict({ stated, latest, topic }: ReleaseQuestion): ReleaseVerdict {
  const ours = parseRelease(latest ?? '');
  const theirs = parseRelease(stated ?? '');
  if (ours === null || theirs === null || ours[0] !== theirs[0]) return { verdict: 'unknown', clauses: [] };
  const order = compareReleases(theirs, ours);
  if (order > 0) return { verdict: 'newer', clauses: ['2.8'] };
  if (order === 0) return { verdict: 'latest', clauses: ['2.8'] };
  if (topic === 'update') return { verdict: 'older-exempt', clauses: ['2.8', '3.1.3'] };
  if (topic === 'errors') return { verdict: 'older-exempt', clauses: ['2.8', '3.1.4'] };
  return { verdict: 'older', clauses: ['2.8'] };
}
