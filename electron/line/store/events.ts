import type { Insertable, Kysely, Selectable } from 'kysely';
import type { z } from 'zod';
import { callbackEvent, type CallbackEvent } from '../../../shared/contract/events.ts';
import { phoneKey } from '../../../shared/regulation/phone-number.ts';
import { rowsBy } from './rows-by.ts';
import type { LineSchema } from './schema.ts';
import { BadEventError, type EventRepository } from './store.ts';

type EventRow = Selectable<LineSchema['events']>;

/** Callback events in three tables: the event, its attempts, its history. */
export function eventRepository(db: Kysely<LineSchema>): EventRepository {
  const whole = async (rows: EventRow[]): Promise<CallbackEvent[]> => {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const attempts = await db
      .selectFrom('event_attempts')
      .selectAll()
      .where('event_id', 'in', ids)
      .orderBy('place')
      .execute();
    const history = await db
      .selectFrom('event_history')
      .selectAll()
      .where('event_id', 'in', ids)
      .orderBy('place')
      .execute();
    const attemptsOf = rowsBy(attempts, ({ event_id }) => event_id);
    const historyOf = rowsBy(history, ({ event_id }) => event_id);
    return rows.map((row) => fromRow(row, attemptsOf.get(row.id) ?? [], historyOf.get(row.id) ?? []));
  };
  const grown = async (table: 'event_attempts' | 'event_history', id: string): Promise<number> => {
    const { count } = await db
      .selectFrom(table)
      .select((expression) => expression.fn.countAll<number>().as('count'))
      .where('event_id', '=', id)
      .executeTakeFirstOrThrow();
    return Number(count);
  };

  return {
    async find(id) {
      return (await whole(await db.selectFrom('events').selectAll().where('id', '=', id).execute()))[0] ?? null;
    },
    async open() {
      return whole(await db.selectFrom('events').selectAll().where('closed_at', 'is', null).execute());
    },
    async openByPhone(key) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('phone_key', '=', key)
        .where('closed_at', 'is', null)
        .orderBy('booked_at')
        .execute();
      return whole(rows);
    },
    async closedSince(at) {
      return whole(await db.selectFrom('events').selectAll().where('closed_at', '>=', at).execute());
    },
    async save(event) {
      const checked = callbackEvent.safeParse(event);
      if (!checked.success) throw new BadEventError(pathsOf(checked.error));
      const { id, ...row } = toRow(event);
      await db
        .insertInto('events')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      const attempts = event.attempts
        .map((attempt, place) => ({ event_id: id, place, ...attempt }))
        .slice(await grown('event_attempts', id));
      if (attempts.length > 0) await db.insertInto('event_attempts').values(attempts).execute();
      const lines = event.history
        .map(({ from, to, ...line }, place) => ({ event_id: id, place, value_before: from, value_after: to, ...line }))
        .slice(await grown('event_history', id));
      if (lines.length > 0) await db.insertInto('event_history').values(lines).execute();
    },
  };
}

/** Where it does not fit, without what stands there: that was typed by a user. */
const pathsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.map(String).join('.')}: ${code}`).join('; ');

function toRow({ user, owner, closed, ...event }: CallbackEvent): Insertable<LineSchema['events']> {
  return {
    id: event.id,
    name: user.name,
    number: user.number,
    e164: user.e164,
    extension: user.extension,
    phone_key: phoneKey(user.number),
    registration_number: user.registrationNumber,
    organisation: user.organisation,
    configuration: user.configuration,
    city: user.city,
    topic: event.topic,
    comment: event.comment,
    criticality: event.criticality,
    source: event.source,
    booked_at: event.bookedAt,
    due_by: event.dueBy,
    prefer_today: event.preferToday ? 1 : 0,
    preferred_at: event.preferredAt,
    convenient_from: event.convenient?.from ?? null,
    convenient_until: event.convenient?.until ?? null,
    owner_id: owner?.id ?? null,
    owner_name: owner?.name ?? null,
    next_attempt_at: event.nextAttemptAt,
    consultation_id: event.consultationId,
    closed_at: closed?.at ?? null,
    closed_by: closed?.by ?? null,
    outcome: closed?.outcome ?? null,
    clause: closed?.clause ?? null,
    on_time: closed === null ? null : closed.onTime ? 1 : 0,
  };
}

/** The schema of the contract checks what was read: a row it does not fit is a bug. */
function fromRow(
  row: EventRow,
  attempts: Selectable<LineSchema['event_attempts']>[],
  history: Selectable<LineSchema['event_history']>[],
): CallbackEvent {
  return callbackEvent.parse({
    id: row.id,
    user: {
      name: row.name,
      number: row.number,
      e164: row.e164,
      extension: row.extension,
      registrationNumber: row.registration_number,
      organisation: row.organisation,
      configuration: row.configuration,
      city: row.city,
    },
    topic: row.topic,
    comment: row.comment,
    criticality: row.criticality,
    source: row.source,
    bookedAt: row.booked_at,
    dueBy: row.due_by,
    preferToday: row.prefer_today === 1,
    preferredAt: row.preferred_at,
    convenient: row.convenient_from === null ? null : { from: row.convenient_from, until: row.convenient_until },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name },
    attempts,
    nextAttemptAt: row.next_attempt_at,
    consultationId: row.consultation_id,
    closed:
      row.closed_at === null
        ? null
        : {
            at: row.closed_at,
            by: row.closed_by,
            outcome: row.outcome,
            clause: row.clause,
            onTime: row.on_time === 1,
          },
    history: history.map(({ value_before, value_after, ...line }) => ({
      ...line,
      from: value_before,
      to: value_after,
    })),
  });
}
