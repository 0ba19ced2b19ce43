import type { CallView } from '../../../shared/contract/desk.ts';

/** The extension of the number that was dialled, to be sent as tones once somebody has answered; null: there is none to send now. */
export function extensionToDial({ direction, phase, number }: CallView): string | null {
  return direction === 'outgoing' && phase === 'up' && number.e164 !== null ? number.extension : null;
}
