import type { CallEndCause } from '../../../shared/contract/phone.ts';

const KNOWN = ['busy', 'no-answer', 'not-found', 'declined', 'remote', 'lost'] as const;

/** The word for why a colleague was not reached; whatever has none of its own could not be done. */
export function refusalWord(cause: CallEndCause): (typeof KNOWN)[number] | 'failed' {
  return KNOWN.find((known) => known === cause) ?? 'failed';
}
