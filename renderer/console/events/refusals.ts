import { OUTCOMES, type OutcomeId } from '../../../shared/regulation/lists.ts';

const REFUSALS: readonly OutcomeId[] = [
  'no-licence',
  'no-phone',
  'not-identified',
  'out-of-scope',
  'update-declined',
  'licence-breach',
  'insulting-wording',
];

/** The refusals an event may be closed by, each with its clause: those a consultation may end with. */
export const EVENT_REFUSALS = OUTCOMES.filter(({ id }) => REFUSALS.includes(id));
