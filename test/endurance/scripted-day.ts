import { randomUUID } from 'node:crypto';
import type { Chance } from '../../electron/line/sample/seeded-random.ts';
import type { Outcome } from '../../shared/contract/base.ts';
import type { DeskSnapshot } from '../../shared/contract/desk.ts';
import type { EventDraft } from '../../shared/contract/events.ts';
import type { scriptedConsole, scriptedPhone } from '../integration/desk-lab.ts';
import type { SavedSoFar } from './saved-so-far.ts';

/** The pages of the day; `asked` is told before each request of the screen. */
export type Pages = {
  phone: Awaited<ReturnType<typeof scriptedPhone>>;
  screen: Awaited<ReturnType<typeof scriptedConsole>>;
  asked(): void;
};

/** The other end is gone in the middle of it. */
class Gone extends Error {}

type Ask = Pages['screen']['client']['call'];

/** What the desk answers; one that is gone ends the day, any other refusal is a mistake of the desk or of the script. */
async function answered<Value>({ asked, screen }: Pages, ask: (call: Ask) => Promise<Outcome<Value>>): Promise<Value> {
  asked();
  const outcome = await ask(screen.client.call);
  if (outcome.ok) return outcome.value;
  if (outcome.error.code === 'disconnected') throw new Gone();
  throw new Error(`refused: ${outcome.error.code} ${JSON.stringify(outcome.error.details)}`);
}

/**
 * A consultant's day, call after call, until the desk is gone: answer, hold, microphone, card and comment, booking, closing, declined calls,
 * events taken and closed. Notes in `saved` what the desk has answered.
 */
export async function liveDay(pages: Pages, saved: SavedSoFar, chance: Chance): Promise<void> {
  try {
    await settleLeftOver(pages, saved);
    for (;;) {
      await beReady(pages);
      await oneCall(pages, saved, chance);
    }
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}

/** The desk's own state, as a reloaded window would show it. */
const shown = (pages: Pages): Promise<DeskSnapshot> => answered(pages, (ask) => ask('snapshot', {}));

/** Whoever took an event is not ready for calls until they say so. */
async function beReady(pages: Pages): Promise<void> {
  const { availability } = await shown(pages);
  if (availability.kind === 'ready') return;
  await answered(pages, (ask) => ask('setAvailability', { kind: 'ready', reason: null }));
}

/** What the last life left unclosed is closed first. */
async function settleLeftOver(pages: Pages, saved: SavedSoFar): Promise<void> {
  await ended(pages);
  const { consultation } = await shown(pages);
  if (consultation !== null) await close(pages, saved, consultation.id, 'cut-off');
}

async function oneCall(pages: Pages, saved: SavedSoFar, chance: Chance): Promise<void> {
  const { phone } = pages;
  const willDecline = chance.below(6) === 0;
  const number = `+791${willDecline ? 7 : 6}${String(chance.below(willDecline ? 10_000_000 : 50)).padStart(7, '0')}`;
  const callId = randomUUID();
  await phone.ring(callId, number, `Пользователь ${chance.below(50)}`);
  if ((await shown(pages)).call?.id !== callId) return;

  if (willDecline) {
    await answered(pages, (ask) => ask('decline', { callId }));
    await ended(pages);
    // «Пропущенные» shows it: now it is on disk.
    const { rows } = await answered(pages, (ask) => ask('missedCalls', {}));
    if (rows.some((row) => row.number === number)) saved.declined.add(callId);
    return;
  }
  if (chance.below(8) === 0) {
    const event = await answered(pages, (ask) => ask('declineToEvent', { callId }));
    saved.events.set(event.id, { id: event.id, closed: false });
    return ended(pages);
  }

  await answered(pages, (ask) => ask('answer', { callId }));
  const consultation = await until(pages, (snapshot) => snapshot.consultation);
  const { id, inquiry } = consultation;
  if (chance.below(3) === 0) {
    await answered(pages, (ask) => ask('hold', { callId, held: true }));
    await answered(pages, (ask) => ask('hold', { callId, held: false }));
  }
  if (chance.below(3) === 0) await answered(pages, (ask) => ask('mute', { callId, muted: true }));
  let comment = `${inquiry}:`;
  for (let edit = 1 + chance.below(8); edit > 0; edit -= 1) {
    comment += ` слово-${chance.below(1_000)}`;
    await answered(pages, (ask) => ask('editCard', { consultationId: id, patch: { comment }, edit: comment.length }));
    saved.consultations.set(id, { inquiry, comment, closed: false });
  }
  if (chance.below(2) === 0) await book(pages, saved, number, id);
  if (chance.below(3) === 0) await answerOpenEvent(pages, saved);
  await answered(pages, (ask) => ask('hangUp', { callId }));
  await ended(pages);
  await close(pages, saved, id, 'silence');
}

/** Books an event that is like no other. */
async function book(pages: Pages, saved: SavedSoFar, number: string, consultationId: string): Promise<void> {
  const comment = `событие ${randomUUID()}`;
  const user = { name: '', number, registrationNumber: '', organisation: comment, configuration: '', city: '' };
  const rest = { topic: null, criticality: 'none', preferredAt: null, convenient: null, mine: false } as const;
  const draft: EventDraft = { user, comment, ...rest };
  const event = await answered(pages, (ask) => ask('bookEvent', { draft, consultationId }));
  saved.events.set(comment, { id: event.id, closed: false });
}

/** Takes an event that is known to be saved and closes it. */
async function answerOpenEvent(pages: Pages, saved: SavedSoFar): Promise<void> {
  const { events } = await shown(pages);
  const open = [...saved.events.values()].find((one) => !one.closed && events.some(({ id }) => id === one.id));
  if (open === undefined) return;
  const eventId = open.id;
  await answered(pages, (ask) => ask('takeEvent', { eventId }));
  await answered(pages, (ask) => ask('closeEvent', { eventId, outcome: 'cancelled-by-user', clause: null }));
  open.closed = true;
}

async function close(pages: Pages, saved: SavedSoFar, consultationId: string, reason: string): Promise<void> {
  const patch = { closing: 'not-held', notHeldReason: reason } as const;
  await answered(pages, (ask) => ask('editCard', { consultationId, patch, edit: 1_000_000 }));
  await answered(pages, (ask) => ask('closeConsultation', { consultationId }));
  const known = saved.consultations.get(consultationId);
  if (known !== undefined) known.closed = true;
}

const ended = async (pages: Pages): Promise<void> => {
  await until(pages, ({ call }) => (call === null ? true : null));
};

/** Asks again and again, as the pushes to a window come. */
async function until<Value>(pages: Pages, look: (snapshot: DeskSnapshot) => Value | null): Promise<Value> {
  for (;;) {
    const found = look(await shown(pages));
    if (found !== null) return found;
  }
}
