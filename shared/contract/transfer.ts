import { z } from 'zod';
import { id, instant, shortText } from './base.ts';
import { callEndCause } from './phone.ts';

/** A colleague one may hand a user over to, or ask, and the lamp of their telephone as the PBX tells it. */
export const colleague = z.object({
  name: shortText,
  number: shortText,
  /** unknown: the PBX does not say. */
  lamp: z.enum(['free', 'ringing', 'busy', 'unknown']),
});
export type Colleague = z.infer<typeof colleague>;

/** The user of the current call is being handed over. */
export const transferView = z.object({
  number: shortText,
  name: shortText,
  how: z.enum(['blind', 'attended']),
  /** calling: the colleague's telephone rings. refused: nobody took the user, who is with us again. */
  step: z.enum(['calling', 'talking', 'connecting', 'refused']),
  /** Whom the consultant talks to. */
  to: z.enum(['user', 'colleague', 'all']),
  /** The user's call is over; the colleague's goes on. */
  userGone: z.boolean(),
  since: instant,
  end: z.object({ cause: callEndCause, sipCode: z.number().int().nullable() }).nullable(),
});
export type TransferView = z.infer<typeof transferView>;

const done = z.null();
const recipient = z.object({ callId: id, number: shortText.min(1), name: shortText });

/**
 * Methods of the desk's API for handing a user over. Besides those of calls they fail with `transfer-runs` (one is being made) and
 * `no-colleague` (none has answered, or is there).
 */
export const transferMethods = {
  /** «Перевести сразу». */
  transfer: { args: recipient, result: done },
  /** «Сначала поговорить»: the user is held, the colleague is dialled. */
  consult: { args: recipient, result: done },
  /** «Переключиться», «Конференция». */
  talkTo: { args: z.object({ to: z.enum(['user', 'colleague', 'all']) }), result: done },
  /** «Соединить». */
  connect: { args: z.object({}), result: done },
  /** «Вернуться к пользователю»: the colleague's call ends; or a refusal was read. */
  leaveColleague: { args: z.object({}), result: done },
};
