import type { CallbackEvent } from '../../../shared/contract/events.ts';

/** What speaks against calling a user now, 4.2, 6.1: said before the call, which a second press makes all the same. */
export interface CallWarning {
  readonly eventId: string;
  /** «Удобно с … до …», which it is not now. */
  readonly hours: CallbackEvent['convenient'];
  /** The licence gives no consultations by phone: the refusal that is offered instead. */
  readonly refusal: { readonly outcome: 'no-licence' | 'no-phone'; readonly clause: string } | null;
}
