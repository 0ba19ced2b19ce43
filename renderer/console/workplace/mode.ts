import type { DeskSnapshot } from '../../../shared/contract/desk.ts';

/** What the workplace shows. */
export type Mode = 'idle' | 'ringing' | 'consultation';

/** The workplace's mode: a consultation stays until it is closed; a call that rings without one is shown by itself. */
export function workplaceMode({ call, consultation }: Pick<DeskSnapshot, 'call' | 'consultation'>): Mode {
  if (consultation !== null) return 'consultation';
  return callWaits({ call }) ? 'ringing' : 'idle';
}

/** A call waits to be answered: its «Ответить» is the next thing to do, and the only filled button. */
export function callWaits({ call }: Pick<DeskSnapshot, 'call'>): boolean {
  return call?.phase === 'ringing' && call.direction === 'incoming';
}
