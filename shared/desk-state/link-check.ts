import { order, refuse, type Turn } from './turn.ts';

/** «Проверить связь» begins or is stopped. Not in a call, and not without a phone; an incoming call ends it by itself. */
export function checkLink(turn: Turn, on: boolean): void {
  if (on && turn.state.call !== null) return refuse(turn, 'in-call');
  if (on && turn.state.phone.failure === 'no-phone-window') return refuse(turn, 'not-registered');
  order(turn, { kind: 'link-check', on });
}
