import * as z from 'zod/mini';
import type { StatsSource } from './media-stats.ts';

const stat = z.object({
  id: z.string(),
  type: z.string(),
  packetsReceived: z.optional(z.number()),
  responsesReceived: z.optional(z.number()),
  selectedCandidatePairId: z.optional(z.string()),
});

const signsOf = (found: z.infer<typeof stat> | undefined): number => {
  if (found?.type === 'transport') return found.packetsReceived ?? 0;
  return found?.type === 'candidate-pair' ? (found.responsesReceived ?? 0) : 0;
};

/**
 * Counts the signs of life of a call's far end: packets of the transport, and answers to ICE's checks, which come every 2.5 s whether anybody
 * speaks or not. Reading a whole report takes the page's thread for a millisecond: the transport and the way in use are looked at first.
 * @returns takes a report, returns a count that grows with each report that has a sign the one before had not
 */
export function createLifeSigns(): (report: StatsSource) => number {
  let count = 0;
  let inUse: string[] = [];
  /** Signs of the way in use, and of whatever else there is; null: these were not looked at lately. */
  let signs = 0;
  let others: number | null = 0;

  const signsInUse = (report: StatsSource): number =>
    inUse.reduce((sum, id) => sum + signsOf(stat.safeParse(report.get(id)).data), 0);

  /** An ICE restart counts anew: from then on what is more than that is a sign. */
  function look(report: StatsSource): boolean {
    const now = signsInUse(report);
    const came = now > signs;
    signs = now;
    if (came) others = null;
    return came;
  }

  function lookAtAll(report: StatsSource): boolean {
    const before = others === null ? Infinity : signs + others;
    let all = 0;
    inUse = [];
    report.forEach((value) => {
      const { data } = stat.safeParse(value);
      all += signsOf(data);
      if (data?.type !== 'transport') return;
      inUse.push(data.id);
      if (data.selectedCandidatePairId !== undefined) inUse.push(data.selectedCandidatePairId);
    });
    signs = signsInUse(report);
    others = all - signs;
    return all > before;
  }

  return (report) => {
    if (look(report) || lookAtAll(report)) count += 1;
    return count;
  };
}
