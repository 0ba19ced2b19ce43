import type { DeskSnapshot } from '../../../shared/contract/desk.ts';
import type { CallbackEvent } from '../../../shared/contract/events.ts';

/** Why no number can be dialled from this screen now, as the desk would refuse it; null when it can. */
export type CallObstacle = 'in-call' | 'card-open' | 'not-registered' | 'taken';

/** What stands between this consultant and dialling; for an event also that somebody else has it. */
export function callObstacle(
  { call, consultation, phone, consultant }: DeskSnapshot,
  event: Pick<CallbackEvent, 'owner'> | null = null,
): CallObstacle | null {
  if (call !== null) return 'in-call';
  if (consultation?.phase === 'wrap-up') return 'card-open';
  if (phone.status !== 'registered') return 'not-registered';
  return event !== null && event.owner !== null && event.owner.id !== consultant.id ? 'taken' : null;
}
