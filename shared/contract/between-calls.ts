import { z } from 'zod';
import { id, instant, shortText } from './base.ts';
import { sayingId } from './say.ts';

/** 4.1: a consultation with a user, or a service call (colleagues, numbers on the list): no limit, no card, counted apart. */
export const callKind = z.enum(['consultation', 'service']);

/** «Не готов после этого звонка»: what the state becomes once the call and its wrap-up are over; the reason is one of NOT_READY. */
export const afterCall = z.object({ reason: shortText });
export type AfterCall = z.infer<typeof afterCall>;

/** An action on oneself that can still be taken back: «Отменить». */
export const undoView = z.object({
  id,
  what: z.enum([
    'taken',
    'returned',
    'all-returned',
    'moved',
    'outcome',
    'attempt',
    'handled',
    'service',
    'said',
    'closed',
    'closed-handled',
  ]),
  /** Whom it was about: organisation, name or number of the event, number of the call. */
  who: shortText,
  /** What was said to the user, when that can be taken back. */
  saying: sayingId.nullable(),
  until: instant,
});
export type UndoView = z.infer<typeof undoView>;

const done = z.null();

/** What the desk's API (desk.ts) has for the time between calls. */
export const betweenCallsMethods = {
  /**
   * «Служебный звонок», or back. Fails with `wrong-phase` for a call dialled for an event, and with `limit-over` when the consultation's limit
   * has passed meanwhile.
   */
  setCallKind: { args: z.object({ consultationId: id, kind: callKind }), result: done },
  /** «Не готов после этого звонка»; null: ready again. Fails with `no-call`, `unknown-reason`. */
  setAfterCall: { args: z.object({ afterCall: afterCall.nullable() }), result: done },
  /** «Автоответчик»: an attempt that reached nobody; the call ends, nothing is left to wrap up. */
  answeringMachine: { args: z.object({ consultationId: id }), result: done },
  /** The answer to «Закрыть событие этим звонком?»; it is not asked again. */
  settleAskedEvent: { args: z.object({ consultationId: id, eventId: id, close: z.boolean() }), result: done },
  /** Takes back the last action while that is offered; fails with `undo-late`. */
  undo: { args: z.object({ id }), result: done },
};
