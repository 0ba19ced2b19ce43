import type { ConsultationView } from '../../../shared/contract/desk.ts';
import { maySay, type SayingId } from '../../../shared/regulation/sayings.ts';

/** «Действия» in their order; «Прекратить» is there once the user was warned. */
export const ACTIONS = [
  'out-of-scope',
  'request-information',
  'complaint',
  'confirm-criticality',
  'remote-connection',
  'transfer',
  'warn-wording',
  'end-for-wording',
] as const satisfies readonly (SayingId | 'transfer')[];

/** What «Ctrl+K» finds besides: refusals that no verdict on the card calls for. */
export const REFUSALS = ['licence-breach', 'not-enough-information', 'ask-for-letter'] as const satisfies SayingId[];

/** May this be said in the consultation as it stands? */
export const mayBeSaid = (
  id: SayingId,
  { said, card, phase }: Pick<ConsultationView, 'said' | 'card' | 'phase'>,
): boolean => phase !== 'dialling' && maySay(id, { said: said.map((one) => one.id), topic: card.topic });
