import { NOT_READY } from '../regulation/lists.ts';
import type { AfterCall } from '../contract/between-calls.ts';
import { refuse, update, write, type Turn } from './turn.ts';

/** «Готов» / «Не готов»: holds from the next call on; a call that rings or is talked goes on. The reason is one of the list, if any is given. */
export function setAvailability(turn: Turn, to: 'ready' | 'not-ready', reason: string | null): void {
  if (to === 'not-ready' && reason !== null && !NOT_READY.some(({ id }) => id === reason)) {
    return refuse(turn, 'unknown-reason');
  }
  const { availability: before, afterCall } = turn.state;
  // What is said now counts more than what was said for later.
  if (afterCall !== null) keepAfterCall(turn, null);
  const given = to === 'ready' ? null : reason;
  if (before.kind === to && before.reason === given) return;
  const availability = { kind: to, reason: given, since: turn.at };
  update(turn, { availability });
  write(turn, { kind: 'remembered', what: { availability } });
}

/** «Не готов после этого звонка»: said in a call or its wrap-up, true once they are over. null takes it back. */
export function setAfterCall(turn: Turn, afterCall: AfterCall | null): void {
  const { call, consultation } = turn.state;
  if (call === null && consultation?.phase !== 'wrap-up') return refuse(turn, 'no-call');
  if (afterCall !== null && !NOT_READY.some(({ id }) => id === afterCall.reason)) return refuse(turn, 'unknown-reason');
  keepAfterCall(turn, afterCall);
}

/** The call and its wrap-up are over: what was said for then holds, its own clock from now on. */
export function settleAfterCall(turn: Turn): void {
  const { availability, afterCall, undo, call, secondCall, transfer, consultation } = turn.state;
  if (afterCall === null || call !== null || secondCall !== null || transfer !== null) return;
  if (consultation !== null && consultation.phase !== 'interrupted') return;
  setAvailability(turn, 'not-ready', afterCall.reason);
  // Whoever takes back the action that ended the wrap-up takes this back with it.
  if (undo?.id === turn.fresh.eventId) update(turn, { undo: { ...undo, availability, afterCall } });
}

function keepAfterCall(turn: Turn, afterCall: AfterCall | null): void {
  update(turn, { afterCall });
  write(turn, { kind: 'remembered', what: { afterCall } });
}
