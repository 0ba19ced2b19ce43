import type { StoryLine } from '../contract/journal.ts';
import { clockOf } from './clock.ts';
import type { ConsultationRecord } from './record.ts';

/**
 * 4.1: the stages a consultation has been through, as lines of its story. Nothing had to be written for them: they follow from the clock,
 * which gives them again after each grant.
 */
export function stageLines({ clock, policy, endedAt, touchedAt }: ConsultationRecord): StoryLine[] {
  if (clock === null) return [];
  const over = endedAt ?? touchedAt;
  const rounds = [...clock.grants, null].flatMap((next, given) => {
    const { warningAt, lastMinuteAt } = clockOf(policy, { ...clock, grants: clock.grants.slice(0, given) });
    const until = next?.at ?? over;
    const since = given === 0 ? clock.startedAt : (clock.grants[given - 1]?.at ?? clock.startedAt);
    const stages = [
      { at: warningAt, what: 'warning' as const, text: '' },
      { at: lastMinuteAt, what: 'last-minute' as const, text: '' },
    ];
    return stages.filter(({ at }) => since <= at && at < until);
  });
  return rounds;
}
