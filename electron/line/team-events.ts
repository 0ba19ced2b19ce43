import type { CallbackEvent } from '../../shared/contract/events.ts';
import type { LineFact } from '../../shared/contract/link.ts';
import { moscowDate, moscowTime, type Instant } from '../../shared/regulation/time.ts';
import { phoneKey } from '../../shared/regulation/phone-number.ts';
import { callbackDueByIfKnown, dueByAfterNotice } from '../../shared/regulation/due-by.ts';
import { appendLine, changeEvent, closedEvent, historyLine, written } from '../../shared/events/event-changes.ts';
import { isSameUser } from '../../shared/regulation/same-user.ts';
import { joinedEvent } from './joining.ts';
import { NOTICE, WHO } from './names.ts';
import type { LineRules } from './rules.ts';
import type { Repositories } from './store/store.ts';

/** What a piece of work did: the events to tell desks about, changed or not (a refusal tells the truth), and what came of it. */
export type Worked = { result: string; events: CallbackEvent[] };

/** The open event of the same user that a booking is joined to (4.2); null: it stands for itself. */
export async function openEventOfSameUser(
  { events }: Repositories,
  user: CallbackEvent['user'],
): Promise<CallbackEvent | null> {
  const open = await events.openByPhone(phoneKey(user.number));
  return open.find((event) => isSameUser(event.user, user)) ?? null;
}

/** Applies one fact of a desk inside a transaction. A fact that was applied before does nothing more. */
export async function applyFact(
  within: Repositories,
  fact: LineFact,
  rules: LineRules,
  receivedAt: Instant,
): Promise<Worked> {
  if (await within.facts.known(fact.id)) return { result: 'known', events: [] };
  const worked = await work(within, fact, rules);
  await within.facts.add(fact, receivedAt, worked.result);
  return worked;
}

async function work(within: Repositories, fact: LineFact, rules: LineRules): Promise<Worked> {
  const { body, consultant, at } = fact;
  // The journal stays with the desk; here the row waits in the facts for the line's own reports.
  if (body.kind === 'consultation-closed' || body.kind === 'consultation-reopened')
    return { result: 'applied', events: [] };
  if (body.kind === 'event-booked') return book(within, fact, body.event, rules);

  const event = await within.events.find(body.eventId);
  if (event === null) return { result: 'unknown', events: [] };
  const changed = changeEvent(event, fact, body, rules);
  if (!changed.ok) return { result: changed.reason, events: [event] };
  await within.events.save(changed.event);
  if (body.kind === 'event-moved' || body.kind === 'event-criticality') {
    const details = { reason: body.reason };
    await within.audit.add({ at, who: consultant.name, what: body.kind, subject: event.id, details });
  }
  return { result: 'applied', events: [changed.event] };
}

/** Keeps a fact that could not be applied, so that nothing of it is lost; its event, if there is one, is told as it still stands. */
export async function refuseFact(store: Repositories, fact: LineFact, receivedAt: Instant): Promise<Worked> {
  await store.facts.add(fact, receivedAt, 'refused');
  const known = 'eventId' in fact.body ? await store.events.find(fact.body.eventId) : null;
  return { result: 'refused', events: known === null ? [] : [known] };
}

/** 4.2: the due-by told to the user is the one that holds; where the desk knew none and the line does, it is filled in. */
async function book(
  within: Repositories,
  { at, consultant }: LineFact,
  given: CallbackEvent,
  rules: LineRules,
): Promise<Worked> {
  const known = await within.events.find(given.id);
  if (known !== null) return { result: 'known', events: [known] };
  const by = consultant.name;
  const event = withDueBy(
    given.history.length > 0
      ? given
      : appendLine(given, historyLine({ at: given.bookedAt, by, what: 'booked', to: written(given.dueBy) })),
    rules,
    at,
  );
  const details = { source: event.source, dueBy: event.dueBy };
  await within.audit.add({ at, who: by, what: 'event-booked', subject: event.id, details });

  const earlier = event.closed === null ? await openEventOfSameUser(within, event.user) : null;
  if (earlier === null) {
    await within.events.save(event);
    return { result: 'applied', events: [event] };
  }
  const joined = joinedEvent(earlier, event, { at, by });
  const closed = closedEvent(event, { at, by: WHO.line, outcome: 'joined', reason: earlier.id });
  await within.events.save(joined);
  await within.events.save(closed);
  return { result: `joined ${earlier.id}`, events: [joined, closed] };
}

/** An event without due-by gets the one its booking has on this calendar, if the year is known by now. */
function withDueBy(event: CallbackEvent, { calendar }: LineRules, at: Instant): CallbackEvent {
  if (event.dueBy !== null || event.closed !== null) return event;
  const { dueBy, preferToday } = callbackDueByIfKnown(calendar, event.bookedAt, event.preferredAt ?? undefined);
  if (dueBy === null) return event;
  return appendLine(
    { ...event, dueBy, preferToday },
    historyLine({ at, by: WHO.line, what: 'due-recomputed', to: written(dueBy) }),
  );
}

/**
 * 4.2, 7: recomputes the due-bys of open events after new rules (or a new year's calendar): old value, new value and the notice are kept.
 * Returns the events that changed.
 */
export async function recomputeDueBys(
  { events, audit }: Repositories,
  before: LineRules,
  after: LineRules,
  publishedAt: Instant,
): Promise<CallbackEvent[]> {
  const changed: CallbackEvent[] = [];
  for (const event of await events.open()) {
    const { dueBy } = dueByAfterNotice({
      before: before.calendar,
      after: after.calendar,
      bookedAt: event.bookedAt,
      ...(event.preferredAt === null ? {} : { preferredAt: event.preferredAt }),
      dueBy: event.dueBy,
      publishedAt,
    });
    if (dueBy === event.dueBy) continue;
    const [from, to] = [written(event.dueBy), written(dueBy)];
    const reason = noticeWords(before, after);
    const line = historyLine({ at: publishedAt, by: WHO.line, what: 'due-recomputed', from, to, reason });
    const recomputed = appendLine({ ...event, dueBy }, line);
    await events.save(recomputed);
    await audit.add({
      at: publishedAt,
      who: WHO.line,
      what: 'due-recomputed',
      subject: event.id,
      details: { from, to, reason },
    });
    changed.push(recomputed);
  }
  return changed;
}

/** The notices that were added, changed or withdrawn, with their hours, as a history says it. Null: other rules changed. */
function noticeWords(before: LineRules, after: LineRules): string | null {
  const hours = ({ settings }: LineRules) =>
    new Map(settings.notices.map(({ date, intervals }) => [date, intervals.map((pair) => pair.join('–')).join(', ')]));
  const [old, fresh] = [hours(before), hours(after)];
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter((date) => old.get(date) !== fresh.get(date));
  const said = changed.sort().map((date) => `${date} ${(fresh.get(date) ?? NOTICE.withdrawn) || NOTICE.closed}`);
  return said.length === 0 ? null : said.join('; ');
}

/** All open events, and those closed on the Moscow day of `at`: what a desk's list is made of. */
export async function eventsOfToday({ events }: Repositories, at: Instant): Promise<CallbackEvent[]> {
  return [...(await events.open()), ...(await events.closedSince(moscowTime(moscowDate(at), '00:00')))];
}
