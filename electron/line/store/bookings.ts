import type { Kysely, Selectable } from 'kysely';
import type { LineSchema } from './schema.ts';
import type { Booking, BookingRepository } from './store.ts';

/** Bookings of the users' page. Of the tokens their users hold only hashes are kept. */
export function bookingRepository(db: Kysely<LineSchema>): BookingRepository {
  return {
    async byForm(formHash) {
      return booking(await db.selectFrom('bookings').selectAll().where('form_hash', '=', formHash).executeTakeFirst());
    },
    async byLink(linkHash) {
      return booking(await db.selectFrom('bookings').selectAll().where('link_hash', '=', linkHash).executeTakeFirst());
    },
    async countByPhone(phoneKey, since) {
      const { count } = await db
        .selectFrom('bookings')
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .where('phone_key', '=', phoneKey)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async add({ id, eventId, at, formHash, linkHash, phoneKey, mayCancel }, { version, text }) {
      const known = await db
        .selectFrom('consent_texts')
        .select('text')
        .where('version', '=', version)
        .executeTakeFirst();
      if (known === undefined) await db.insertInto('consent_texts').values({ version, text }).execute();
      else if (known.text !== text) throw new Error(`the consent text ${version} was changed without a new version`);
      await db
        .insertInto('bookings')
        .values({
          id,
          event_id: eventId,
          at,
          form_hash: formHash,
          link_hash: linkHash,
          phone_key: phoneKey,
          may_cancel: mayCancel ? 1 : 0,
        })
        .execute();
      await db.insertInto('consents').values({ booking_id: id, version, given_at: at }).execute();
    },
  };
}

function booking(row: Selectable<LineSchema['bookings']> | undefined): Booking | null {
  if (row === undefined) return null;
  return {
    id: row.id,
    eventId: row.event_id,
    at: row.at,
    formHash: row.form_hash,
    linkHash: row.link_hash,
    phoneKey: row.phone_key,
    mayCancel: row.may_cancel === 1,
  };
}
