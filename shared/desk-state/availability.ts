import { NOT_READY } from '../regulation/lists.ts';
import { refuse, update, write, type Turn } from './turn.ts';

/** «Готов» / «Не готов»: holds from the next call on; a call that rings or is talked goes on. The reason is one of the list, if any is given. */
export function setAvailability(turn: Turn, to: 'ready' | 'not-ready', reason: string | null): void {
  if (to === 'not-ready' && reason !== null && !NOT_READY.some(({ id }) => id === reason)) {
    return refuse(turn, 'unknown-reason');
  }
  const { availability: before } = turn.state;
  const given = to === 'ready' ? null : reason;
  if (before.kind === to && before.reason === given) return;
  const availability = { kind: to, reason: given, since: turn.at };
  update(turn, { availability });
  write(turn, { kind: 'availability', availability });
}
