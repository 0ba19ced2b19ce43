import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { refusalOf } from '../../../shared/regulation/sayings.ts';
import type { Desk } from '../store/desk.ts';
import type { Place } from '../store/place.ts';
import type { CallWarning } from './call-warning.ts';
import { ENTRIES_ASKED, phoneEntitlement } from './phone-entitlement.ts';
import { EVENT_REFUSALS } from './refusals.ts';
import { userTime } from './user-time.ts';

/** What dialling needs of a desk. */
export type CallingDesk = Pick<Desk, 'act' | 'ask' | 'clock'>;

/**
 * The one way to dial for an event, by whatever button, key or name: warns first where something speaks against it, then dials, which takes
 * the event too, and shows the call.
 */
export async function callEvent(desk: CallingDesk, place: Place, event: CallbackEvent): Promise<void> {
  if (place.store.getState().callWarning?.eventId !== event.id) {
    const warning = await warningOf(desk, event);
    if (warning !== null) return place.warnOfCall(warning);
  }
  place.warnOfCall(null);
  const outcome = await desk.act('dial', { number: event.user.number, eventId: event.id, consultationId: null });
  if (outcome.ok) place.go('workplace');
}

async function warningOf(desk: CallingDesk, event: CallbackEvent): Promise<CallWarning | null> {
  const hours = userTime(event, desk.clock.now()).suits ? null : event.convenient;
  const refusal = await refusalBy(desk, event.user.registrationNumber);
  return hours === null && refusal === null ? null : { eventId: event.id, hours, refusal };
}

/** What is not known refuses nobody: no number, a registry that is away, too old or without this number. */
async function refusalBy(desk: CallingDesk, registrationNumber: string): Promise<CallWarning['refusal']> {
  if (registrationNumber === '') return null;
  const answer = await desk.ask('searchRegistry', { text: registrationNumber, limit: ENTRIES_ASKED });
  const found = answer.ok ? phoneEntitlement(registrationNumber, answer.value, desk.clock.now()) : null;
  const outcome = found === null ? null : refusalOf(found.kind, found.basis);
  const clause = EVENT_REFUSALS.find(({ id }) => id === outcome)?.clause ?? null;
  return outcome === null || clause === null ? null : { outcome, clause };
}
