import type { DeskSnapshot } from '../../../shared/contract/desk.ts';
import { moscowDate } from '../../../shared/regulation/time.ts';

/** Which of the two comes next. A shift of another day that was never ended is over. */
export function shiftStep({ shift, now }: Pick<DeskSnapshot, 'shift' | 'now'>): 'begin' | 'finish' {
  const { startedAt, endedAt } = shift;
  const goesOn = startedAt !== null && endedAt === null && moscowDate(startedAt) === moscowDate(now);
  return goesOn ? 'finish' : 'begin';
}
