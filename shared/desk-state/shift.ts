import type { Shift, SoundCheck } from '../contract/shift.ts';
import { setAvailability } from './availability.ts';
import { applyToMirror } from './event-mirror.ts';
import { update, write, type Turn } from './turn.ts';
import { undoable } from './undo.ts';

/** «Начать смену»: ready for calls. The last check of the sound is kept, also over a shift begun without one. */
export function startShift(turn: Turn, check: SoundCheck | null): void {
  const { shift } = turn.state;
  keep(turn, {
    startedAt: turn.at,
    endedAt: null,
    skippedCheck: check === null,
    check: check === null ? shift.check : { ...check, at: turn.at },
  });
  setAvailability(turn, 'ready', null);
}

/** «Закончить смену»: nobody is held. A call that goes on is finished; own events go back by the line (4.2), which is told. */
export function endShift(turn: Turn): void {
  keep(turn, { ...turn.state.shift, endedAt: turn.at });
  setAvailability(turn, 'not-ready', null);
}

/** Whoever takes up work again after the end of the shift is on shift again. */
export function resumeShift(turn: Turn): void {
  const { shift } = turn.state;
  if (shift.endedAt !== null) keep(turn, { ...shift, endedAt: null });
}

/** «Вернуть всё в очередь»: every own open event. */
export function returnOwnEvents(turn: Turn): void {
  const own = turn.state.events.filter(
    ({ closed, owner }) => closed === null && owner?.id === turn.state.consultant.id,
  );
  const ids = own.map(({ id }) => id);
  undoable(turn, { what: 'all-returned', who: String(own.length) }, ids, () => {
    own.forEach((event) => applyToMirror(turn, event, { kind: 'event-returned', eventId: event.id }));
  });
}

function keep(turn: Turn, shift: Shift): void {
  update(turn, { shift });
  write(turn, { kind: 'remembered', what: { shift } });
}
