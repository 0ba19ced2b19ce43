import { fail, ok, type Outcome } from '../../../shared/contract/base.ts';
import type { CallbackEvent } from '../../../shared/contract/events.ts';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import type { Instant } from '../../../shared/regulation/time.ts';
import { bookedEvent } from '../../../shared/events/booked-event.ts';
import { closedEvent } from '../../../shared/events/event-changes.ts';
import { joinedEvent } from '../joining.ts';
import { WHO } from '../names.ts';
import type { OneAtATime } from '../one-at-a-time.ts';
import type { Presences } from '../presences.ts';
import type { Registry } from '../registry/registry.ts';
import type { LineRules } from '../rules.ts';
import { hashed, type Secrets } from '../secrets.ts';
import type { Booking, LineStore, Repositories } from '../store/store.ts';
import { openEventOfSameUser } from '../team-events.ts';
import type { BookingForm } from './form.ts';

/** More than this many bookings for one number within an hour are refused: a head office books for many pharmacies from one. */
const MOST_PER_NUMBER = 10;
const HOUR_MS = 3_600_000;

/** A booking as its user may see it. */
export type BookingStatus = { booking: Booking; event: CallbackEvent; calling: boolean };

/** Bookings of users: made from a checked form, seen and cancelled by the secret link. */
export type Bookings = {
  /** The secret link's token of a form that was sent before; null: it is new. */
  linkOfForm(formToken: string): Promise<string | null>;
  /**
   * Books a callback for the instant the user confirmed (4.2), or joins it to the open event of the same user. Fails with `too-many` when
   * the number was booked too often.
   */
  book(request: {
    form: BookingForm;
    formToken: string;
    at: Instant;
    consent: { version: string; text: string };
  }): Promise<Outcome<{ link: string }>>;
  /** null: no such link. */
  status(link: string): Promise<BookingStatus | null>;
  /** Fails with `not-possible`: closed, being dialled, or booked by somebody else before. */
  cancel(link: string, at: Instant): Promise<Outcome<null>>;
};

type ProductFinder = Pick<Registry, 'byNumber'>;

export function createBookings(needs: {
  store: LineStore;
  registry: ProductFinder;
  inTurn: OneAtATime;
  rules(): LineRules;
  presences: Presences;
  publish(events: readonly CallbackEvent[]): void;
  secrets: Secrets;
  newId(): string;
}): Bookings {
  const { store, registry, inTurn, rules, presences, publish, secrets, newId } = needs;
  const linkOf = (formToken: string): string => secrets.derive128('booking-link', formToken);

  const linkOfForm = async (formToken: string): Promise<string | null> =>
    (await store.bookings.byForm(hashed(formToken))) === null ? null : linkOf(formToken);

  const status = async (link: string): Promise<BookingStatus | null> => {
    const booking = await store.bookings.byLink(hashed(link));
    const event = booking === null ? null : await store.events.find(booking.eventId);
    if (booking === null || event === null) return null;
    return { booking, event, calling: isCalled(event, presences) };
  };

  return {
    linkOfForm,
    status,
    book({ form, formToken, at, consent }) {
      return inTurn(async () => {
        const link = linkOf(formToken);
        // A second send of the same form waited here for the first.
        if ((await linkOfForm(formToken)) !== null) return ok({ link });
        const key = phoneKey(form.phone.raw);
        if ((await store.bookings.countByPhone(key, at - HOUR_MS)) >= MOST_PER_NUMBER) return fail('too-many');
        const event = await store.transaction(async (within) => {
          const { event: kept, mayCancel } = await keep(within, eventOf(form, cityOf(registry, form), at));
          const hashes = { formHash: hashed(formToken), linkHash: hashed(link) };
          await within.bookings.add(
            { id: newId(), eventId: kept.id, at, ...hashes, phoneKey: key, mayCancel },
            consent,
          );
          const details = { source: 'booking-page', dueBy: kept.dueBy, joined: !mayCancel, consent: consent.version };
          await within.audit.add({ at, who: WHO.user, what: 'event-booked', subject: kept.id, details });
          return kept;
        });
        publish([event]);
        return ok({ link });
      });
    },
    cancel(link, at) {
      return inTurn(async () => {
        const found = await status(link);
        if (found === null || found.event.closed !== null || found.calling || !found.booking.mayCancel) {
          return fail('not-possible');
        }
        const cancelled = closedEvent(found.event, { at, by: WHO.user, outcome: 'cancelled-by-user' });
        await store.transaction(async (within) => {
          await within.events.save(cancelled);
          await within.audit.add({ at, who: WHO.user, what: 'event-cancelled', subject: cancelled.id, details: {} });
        });
        publish([cancelled]);
        return ok(null);
      });
    },
  };

  async function keep(
    within: Repositories,
    event: CallbackEvent,
  ): Promise<{ event: CallbackEvent; mayCancel: boolean }> {
    const earlier = await openEventOfSameUser(within, event.user);
    const kept = earlier === null ? event : joinedEvent(earlier, event, { at: event.bookedAt, by: WHO.user });
    await within.events.save(kept);
    return { event: kept, mayCancel: earlier === null };
  }

  function eventOf(form: BookingForm, city: string, at: Instant): CallbackEvent {
    const { name, phone, registrationNumber, organisation, topic, convenient, urgent } = form;
    return bookedEvent(
      {
        id: newId(),
        at,
        by: WHO.user,
        source: 'booking-page',
        user: { name, number: phone.raw, registrationNumber, organisation, city },
        topic,
        convenient,
        // 2.6: the user's own mark is a request; a consultant confirms it or not.
        criticality: urgent ? 'requested' : 'none',
      },
      rules().calendar,
    );
  }
}

/** Where the stated product is registered: the consultant sees what time it is there. */
const cityOf = (registry: ProductFinder, { registrationNumber }: BookingForm): string =>
  registry.byNumber(registrationNumber).entries[0]?.city ?? '';

/** Its owner dials or talks right now, and to this user as far as the presence names one (by number, or by the name on the card). */
function isCalled({ owner, user, closed }: CallbackEvent, presences: Presences): boolean {
  const presence = owner === null || closed !== null ? null : presences.of(owner.id);
  const consultation = presence?.consultation ?? null;
  if (presence === null || consultation === null) return false;
  const isUser = consultation.caller === user.name || phoneKey(consultation.caller) === phoneKey(user.number);
  return (presence.activity === 'dialling' || presence.activity === 'talking') && isUser;
}
